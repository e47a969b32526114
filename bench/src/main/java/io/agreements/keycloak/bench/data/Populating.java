package io.agreements.keycloak.bench.data;

import io.agreements.keycloak.bench.realm.Variant;
import io.agreements.keycloak.testing.server.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

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
        statements(variant.realm(), model, variant == Variant.PLUGIN).forEach(database::update);
    }

    /**
     * Fills realms with users who have decided, in one transaction: whoever looks for what there is to do finds all of it.
     *
     * @param models the id of the user who is copied, by the id of the realm
     */
    public void fillAtOnce(Map<String, String> models) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, String> model : models.entrySet()) {
                for (String sql : statements(model.getKey(), model.getValue(), true)) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The realms were not filled: " + models.keySet(), e);
        }
    }

    private List<String> statements(String realm, String model, boolean decisions) {
        return new Population(SEED, realm, model, users, signingIn).statements(this::columns, decisions);
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
