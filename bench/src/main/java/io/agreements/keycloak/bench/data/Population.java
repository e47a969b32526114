package io.agreements.keycloak.bench.data;

import io.agreements.keycloak.bench.realm.BenchRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The users of one realm with what they did, as statements that copy one user who is there. What comes of them depends on the
 * seed and the numbers and nothing else, but for moments, which are counted back from when that user did it.
 *
 * @param seed chooses all ids
 * @param realm id of the realm
 * @param model id of the user who is copied
 * @param users how many are made
 * @param signingIn how many of them, from the first, have a password and roles
 */
record Population(long seed, String realm, String model, int users, int signingIn) {

    /** How many, at the end, have not decided on the agreement that is required: what a list of who is left is long. */
    static final int MOST_PENDING = 100;

    /** Users that one statement makes. */
    private static final int SLICE = 50_000;

    /** Mixes numbers: no moment follows the order of names. */
    private static final long MIXER = 48_271;

    private static final String NAME = "'user-' || lpad(i::text, 7, '0')";
    private static final String DAY = "86400000";
    private static final String ROUNDS = " cross join generate_series(0, 1) k";

    /** Users are numbered from 0; one in ten is left at most. */
    int pending() {
        return Math.min(MOST_PENDING, users / 10);
    }

    /**
     * All statements in order.
     *
     * @param columns the columns of a table
     * @param decisions whether there are records and standings
     */
    List<String> statements(Function<String, List<String>> columns, boolean decisions) {
        List<String> statements = new ArrayList<>();
        addSlices(statements, users, (first, end) -> user(columns, first, end));
        for (RowCopy copy : ofWhoSignsIn()) {
            statements.add(copy.sql(columns.apply(copy.table()), ofModel(copy.table()), "true", 0, signingIn));
        }
        if (decisions) {
            addSlices(statements, users, (first, end) -> record(columns, first, end));
            addSlices(statements, users, (first, end) -> connection(columns, first, end));
            addSlices(statements, users, (first, end) -> standing(columns, first, end));
        }
        return statements;
    }

    private String user(Function<String, List<String>> columns, int first, int end) {
        return new RowCopy("user_entity")
                .with("id", userId())
                .with("username", NAME)
                .with("email", NAME + " || '@example.org'")
                .with("email_constraint", NAME + " || '@example.org'")
                .sql(
                        columns.apply("user_entity"),
                        "(select * from user_entity where id = '" + model + "') m",
                        "true",
                        first,
                        end);
    }

    private List<RowCopy> ofWhoSignsIn() {
        return List.of(
                new RowCopy("credential")
                        .with("id", id("credential", "m.id || '/' || i"))
                        .with("user_id", userId()),
                new RowCopy("user_attribute")
                        .with("id", id("attribute", "m.id || '/' || i"))
                        .with("user_id", userId()),
                new RowCopy("user_role_mapping").with("user_id", userId()));
    }

    private String ofModel(String table) {
        return "(select * from " + table + " where user_id = '" + model + "') m";
    }

    /** Five for each user: on each of three agreements one, and on two of them one of long ago. */
    private String record(Function<String, List<String>> columns, int first, int end) {
        return new RowCopy("agr_record")
                .with("id", recordId("k"))
                .with("user_id", userId())
                .with("username", NAME)
                .with("occurred_at", moment("m.occurred_at", "k"))
                .with("recorded_at", moment("m.recorded_at", "k"))
                .with("log_index", "cast(null as bigint)")
                .sql(columns.apply("agr_record"), decisions("m") + ROUNDS, recorded(), first, end);
    }

    /** Of each of these. */
    private String connection(Function<String, List<String>> columns, int first, int end) {
        return new RowCopy("agr_connection")
                .with("record_id", recordId("k"))
                .with("occurred_at", moment("m.occurred_at", "k"))
                .sql(
                        columns.apply("agr_connection"),
                        "(select c.*, r.rank, r.agreement_key from agr_connection c join " + decisions("r")
                                + " on r.id = c.record_id) m" + ROUNDS,
                        recorded(),
                        first,
                        end);
    }

    private String standing(Function<String, List<String>> columns, int first, int end) {
        return new RowCopy("agr_standing")
                .with("user_id", userId())
                .with("decided_at", moment("m.decided_at", "0"))
                .with("record_id", recordId("0"))
                .sql(
                        columns.apply("agr_standing"),
                        "(select s.*, r.rank, r.agreement_key, r.occurred_at from agr_standing s join " + decisions("r")
                                + " on r.id = s.record_id where s.user_id = '" + model + "') m",
                        decided("m.agreement_key"),
                        first,
                        end);
    }

    /** The records of what the model decided, numbered from 1. */
    private String decisions(String alias) {
        return "(select one.*, row_number() over (order by one.agreement_key) as rank from agr_record one"
                + " where one.user_id = '" + model + "' and one.decision is not null) " + alias;
    }

    private String decided(String key) {
        return "(i < " + (users - pending()) + " or " + key + " <> '" + BenchRealm.REQUIRED + "')";
    }

    private String recorded() {
        return decided("m.agreement_key") + " and (k = 0 or m.rank < 3)";
    }

    /** @param round 0, or 1 for what was a hundred days before */
    private String moment(String ofModel, String round) {
        return ofModel + " - 1 - (i * " + MIXER + " % " + users + ") * (90 * cast(" + DAY + " as bigint) / " + users
                + ") - " + round + " * 100 * cast(" + DAY + " as bigint)";
    }

    private String userId() {
        return id("user", "i");
    }

    /** As long as those of the product, and beginning with the moment too. */
    private String recordId(String round) {
        return "lpad(to_hex(" + moment("m.occurred_at", round) + "), 11, '0') || left("
                + id("record", "i || '/' || m.rank || '/' || " + round) + ", 12)";
    }

    /** The same for the same; without any order, as ids are. */
    private String id(String kind, String what) {
        return "md5('" + seed + "/" + realm + "/" + kind + "/' || " + what + ")::uuid::text";
    }

    private static void addSlices(List<String> statements, int users, Slice slice) {
        for (int first = 0; first < users; first += SLICE) {
            statements.add(slice.sql(first, Math.min(users, first + SLICE)));
        }
    }

    /** A statement for some of the users. */
    private interface Slice {
        String sql(int first, int end);
    }
}
