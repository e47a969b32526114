package io.agreements.keycloak.bench.data;

import io.agreements.keycloak.testing.server.database.Database;
import java.util.Map;

/** How much there is in the database, and what it takes on disk. */
public final class Sizes {
    private static final String RECORD = "agr_record";
    private static final String CONNECTION = "agr_connection";
    private static final String STANDING = "agr_standing";
    private static final String COPY = "sized_";

    /** In which rows come as users do. */
    private static final Map<String, String> ORDERS = Map.of(
            RECORD, "occurred_at, id",
            CONNECTION, "occurred_at, record_id",
            STANDING, "decided_at, record_id");

    private final Database database;

    /** Of that database. */
    public Sizes(Database database) {
        this.database = database;
    }

    /** Lines of the ledger. */
    public long records() {
        return rows(RECORD);
    }

    /** Latest decisions. */
    public long standings() {
        return rows(STANDING);
    }

    /** What a record, where it came from and a standing take on disk, indexes included. */
    public double bytesOfAnAcceptance() {
        return acceptance("").bytes();
    }

    /**
     * The same where rows came one after the other, in the order of their moments, and nothing was written twice: copies of
     * these tables are made, and dropped again.
     */
    public AcceptanceSize acceptanceInOrder() {
        try {
            ORDERS.forEach((table, order) -> {
                database.update("create table " + COPY + table + " (like " + table + " including all)");
                database.update("insert into " + COPY + table + " select * from " + table + " order by " + order);
            });
            return acceptance(COPY);
        } finally {
            ORDERS.keySet().forEach(table -> database.update("drop table if exists " + COPY + table));
        }
    }

    private AcceptanceSize acceptance(String prefix) {
        return new AcceptanceSize(
                (double) (bytes(prefix + RECORD) + bytes(prefix + CONNECTION)) / records(),
                (double) bytes(prefix + STANDING) / standings());
    }

    /** The name and version of the database. */
    public String postgres() {
        return "PostgreSQL " + database.query("show server_version").get(0).get("server_version");
    }

    private long rows(String table) {
        return database.count("select count(*) from " + table);
    }

    private long bytes(String table) {
        return database.count("select pg_total_relation_size('" + table + "')");
    }
}
