package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.bench.data.Populating;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Writes to the users of a realm, and deletes their accounts. */
final class UserTasks {
    private static final String MAILING = "MailingTask";

    /** More than any node of today sends. */
    private static final int PER_MINUTE = 60_000;

    private final Nodes nodes;
    private final TaskRealm realm;
    private final int users;

    UserTasks(Nodes nodes, TaskRealm realm, int users) {
        this.nodes = nodes;
        this.realm = realm;
        this.users = users;
    }

    /** Makes the users, with passwords, attributes and roles, and waits until their decisions are in the log. */
    void fill() {
        Populating populating = new Populating(nodes.database(), users, users);
        populating.fillAtOnce(Map.of(realm.name(), realm.model()));
        new LogTask(nodes).awaitAll(realm);
        populating.settle();
    }

    /** Everybody gets a mail about a version. */
    Course mail(MailSink sink) {
        realm.sendMailTo(sink.port());
        AtomicReference<Course> course = new AtomicReference<>();
        nodes.hurrying(MAILING, () -> {
            long addressees = realm.mailAboutNewVersion(PER_MINUTE);
            course.set(Watch.closely(addressees, this::written));
            if (sink.mails() < addressees) {
                throw new IllegalStateException(sink.mails() + " of " + addressees + " mails have come");
            }
        });
        return course.get();
    }

    /** Half of the accounts are deleted, and who had them is told by mail. */
    Course deleteHalf(MailSink sink) {
        realm.sendMailTo(sink.port());
        long before = sink.mails();
        return delete(users / 2, () -> sink.mails() - before);
    }

    /** Those that are left are deleted in silence. */
    Course deleteRest() {
        realm.sendNoMail();
        return delete(users, () -> Long.MAX_VALUE);
    }

    /** @param told how many users have been told by now; a mail follows the deletion */
    private Course delete(int most, LongSupplier told) {
        long before = deleted();
        int due = nodes.database()
                .update(
                        "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at, user_slot)"
                                + " select id, realm_id, 0, 1, mod(row_number() over (order by id), 1024) from"
                                + " (select id, realm_id from user_entity where realm_id = ? and username like 'user-%'"
                                + " order by id limit " + most + ") u",
                        realm.name());
        return Watch.until(due, () -> Math.min(deleted() - before, told.getAsLong()));
    }

    private long deleted() {
        return nodes.metric("agreements_records_total", "realm=\"" + realm.name() + "\"", "type=\"DELETION\"");
    }

    private long written() {
        return nodes.database()
                .count("select coalesce(sum(sent + failed), 0) from agr_mailing where realm_id = ?", realm.name());
    }
}
