package io.agreements.keycloak.bench.tasks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Has realms keep where records came from for a day, and watches what is older expire. */
final class ExpiryTask {
    private static final String NAME = "RetentionTask";
    private static final Duration KEPT = Duration.ofDays(1);

    /** What runs have erased that go on, and those that are over. */
    private static final String ERASED = "select (select coalesce(sum(erased), 0) from agr_retention)"
            + " + (select coalesce(sum(erased), 0) from agr_retention_run)";

    private final Nodes nodes;

    ExpiryTask(Nodes nodes) {
        this.nodes = nodes;
    }

    Course expire(List<TaskRealm> realms) {
        realms.forEach(realm -> realm.keepConnections((int) KEPT.toDays()));
        long before = erased();
        long expired = realms.stream().mapToLong(this::expired).sum();
        AtomicReference<Course> course = new AtomicReference<>();
        nodes.hurrying(NAME, () -> course.set(Watch.closely(expired, () -> erased() - before)));
        return course.get();
    }

    private long erased() {
        return nodes.database().count(ERASED);
    }

    private long expired(TaskRealm realm) {
        return nodes.database()
                .count(
                        "select count(*) from agr_record r join agr_connection c on c.realm_key = r.realm_key"
                                + " and c.occurred_at = r.occurred_at and c.record_id = r.id"
                                + " where r.realm_id = ? and r.occurred_at < ?",
                        realm.name(),
                        System.currentTimeMillis() - KEPT.toMillis());
    }
}
