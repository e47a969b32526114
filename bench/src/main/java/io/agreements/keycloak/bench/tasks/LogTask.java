package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.bench.data.Populating;
import java.util.List;
import java.util.stream.Collectors;

/** Fills realms with users who have decided, and watches their records come into the log. */
final class LogTask {
    private static final String ENTRIES = "agreements_log_entries_total";

    private final Nodes nodes;

    LogTask(Nodes nodes) {
        this.nodes = nodes;
    }

    /** @param users for each of the realms */
    Course fill(List<TaskRealm> realms, int users) {
        realms.forEach(this::awaitAll);
        long before = nodes.metric(ENTRIES);
        long there = records(realms);
        new Populating(nodes.database(), users, 0)
                .fillAtOnce(realms.stream().collect(Collectors.toMap(TaskRealm::name, TaskRealm::model)));
        return Watch.until(records(realms) - there, () -> nodes.metric(ENTRIES) - before);
    }

    /** Waits until no record of a realm waits. */
    void awaitAll(TaskRealm realm) {
        long waiting = waiting(realm);
        if (waiting > 0) {
            Watch.until(waiting, () -> waiting - waiting(realm));
        }
    }

    private long waiting(TaskRealm realm) {
        return count("select count(*) from agr_record where realm_id = ? and log_index is null", realm);
    }

    private long records(List<TaskRealm> realms) {
        return realms.stream()
                .mapToLong(realm -> count("select count(*) from agr_record where realm_id = ?", realm))
                .sum();
    }

    private long count(String sql, TaskRealm realm) {
        return nodes.database().count(sql, realm.name());
    }
}
