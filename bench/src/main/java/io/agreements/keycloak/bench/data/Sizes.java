package io.agreements.keycloak.bench.data;

import io.agreements.keycloak.testing.server.database.Database;

/** How much there is in the database, and what it takes on disk. */
public final class Sizes {
    private final Database database;

    /** Of that database. */
    public Sizes(Database database) {
        this.database = database;
    }

    /** Lines of the ledger. */
    public long records() {
        return rows("agr_record");
    }

    /** Latest decisions. */
    public long standings() {
        return rows("agr_standing");
    }

    /** What a record, where it came from and a standing take on disk, indexes included. */
    public double bytesOfAnAcceptance() {
        return (double) (bytes("agr_record") + bytes("agr_connection")) / records()
                + (double) bytes("agr_standing") / standings();
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
