package io.agreements.keycloak.bench.data;

import io.agreements.keycloak.bench.realm.Variant;
import io.agreements.keycloak.testing.server.database.Database;
import java.util.List;

/** Fills realms with users, by SQL alone: a million in minutes. */
public final class Populating {
    /** Any number; it stays what it is, so that runs can be compared. */
    private static final long SEED = 800;

    private final Database database;
    private final int users;
    private final int signingIn;

    /**
     * @param users how many each realm gets
     * @param signingIn how many of them have a password
     */
    public Populating(Database database, int users, int signingIn) {
        this.database = database;
        this.users = users;
        this.signingIn = signingIn;
    }

    /**
     * Fills the realm of a variant.
     *
     * @param model id of the user who is copied
     */
    public void fill(Variant variant, String model) {
        Population population = new Population(SEED, variant.realm(), model, users, signingIn);
        population.statements(this::columns, variant == Variant.PLUGIN).forEach(database::update);
    }

    /** What PostgreSQL does by itself once many rows have come. */
    public void settle() {
        List.of(
                        "user_entity",
                        "credential",
                        "user_attribute",
                        "user_role_mapping",
                        "agr_record",
                        "agr_connection",
                        "agr_standing")
                .forEach(table -> database.update("vacuum analyze " + table));
    }

    private List<String> columns(String table) {
        List<String> columns = database
                .query(
                        "select column_name from information_schema.columns where table_schema = current_schema()"
                                + " and table_name = ? order by ordinal_position",
                        table)
                .stream()
                .map(row -> (String) row.get("column_name"))
                .toList();
        if (columns.isEmpty()) {
            throw new IllegalStateException("The database has no table " + table);
        }
        return columns;
    }
}
