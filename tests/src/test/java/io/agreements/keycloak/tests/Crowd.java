package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.Database;
import java.util.UUID;

/** Many users of a realm, put into the database by a few statements. Their names are in another order than their ids. */
final class Crowd {

    /** When the first of their decisions was made, in milliseconds since 1970. */
    static final long BEGINNING = 1_780_000_000_000L;

    /** Between two decisions. */
    static final long PACE = 80_000L;

    /** Mixes numbers; prime, and so without a common divisor with a power of ten. */
    private static final long MIXER = 48_271;

    private final Pop800 pop800;
    private final Database database;
    private final int size;
    private final String userPrefix = prefix();
    private final String recordPrefix = prefix();

    /** @param size a power of ten, at most a hundred thousand */
    Crowd(Pop800 pop800, int size) {
        this.pop800 = pop800;
        this.database = pop800.realm().server().database();
        this.size = size;
    }

    static boolean isOnPostgres() {
        return isOn("postgres");
    }

    private static boolean isOn(String vendor) {
        return vendor.equals(System.getProperty("keycloak.database"));
    }

    String userId(int number) {
        return userPrefix + "%012d".formatted(number);
    }

    String recordId(int number) {
        return recordPrefix + "%012d".formatted(number);
    }

    String username(int number) {
        return "user-%06d@example.org".formatted(number * MIXER % size);
    }

    Crowd create() {
        database.update(
                "insert into user_entity (id, username, email, email_constraint, email_verified, enabled, realm_id,"
                        + " created_timestamp, not_before) select " + id(userPrefix, "i") + ", " + name() + ", "
                        + name()
                        + ", " + name() + ", true, true, ?, ?, 0 from " + numbers(size),
                pop800.id(),
                BEGINNING);
        return this;
    }

    /**
     * Everybody decides on one agreement, and it goes on record.
     *
     * @param round numbers the agreements, from 0
     * @param version of the number i, in SQL
     * @param decision of the number i, in SQL; who has null decides nothing
     */
    Crowd decide(int round, String agreement, String version, String decision) {
        String record = id(recordPrefix, "i + " + (long) round * size);
        String decidedAt = BEGINNING + " + cast(mod(i * " + MIXER + ", " + size + ") as decimal(18)) * " + PACE;
        database.update(
                "insert into agr_record (id, realm_id, user_id, type, agreement_key, version_number, locale, text_digest,"
                        + " decision, method, client_id, occurred_at, details, username) select " + record + ", ?, "
                        + id(userPrefix, "i") + ", case when " + decision
                        + " is null then 'GRANT' else 'ACCEPTANCE' end, ?, "
                        + version + ", 'en', ?, " + decision + ", 'LOGIN', 'sample', " + decidedAt
                        + ", '{\"acceptance\":\"EXPLICIT\"}', " + name() + " from " + numbers(size),
                pop800.id(),
                agreement,
                "a".repeat(64));
        database.update(
                "insert into agr_standing (user_id, agreement_id, realm_id, version_number, decision, locale, text_digest,"
                        + " decided_at, record_id) select " + id(userPrefix, "i") + ", a.id, a.realm_id, " + version
                        + ", "
                        + decision + ", 'en', ?, " + decidedAt + ", " + record + " from " + numbers(size)
                        + " cross join agr_agreement a where a.realm_id = ? and a.agreement_key = ? and " + decision
                        + " is not null",
                "a".repeat(64),
                pop800.id(),
                agreement);
        return this;
    }

    /** What a database does by itself once many rows have come. */
    Crowd settle() {
        if (isOn("mariadb")) {
            database.query("analyze table user_entity, agr_record, agr_standing");
        } else {
            database.update(isOnPostgres() ? "vacuum analyze" : "analyze");
        }
        return this;
    }

    private String name() {
        return "concat('user-', " + padded("mod(i * " + MIXER + ", " + size + ")", 6) + ", '@example.org')";
    }

    static String id(String prefix, String number) {
        return "concat('" + prefix + "', " + padded(number, 12) + ")";
    }

    private static String padded(String number, int digits) {
        return "lpad(concat(" + number + ", ''), " + digits + ", '0')";
    }

    /** A table {@code n} of the numbers {@code i} from 0, in SQL. */
    static String numbers(int count) {
        int last = count - 1;
        if (isOnPostgres()) {
            return "(select generate_series(0::bigint, " + last + ") as i) n";
        }
        return isOn("mariadb")
                ? "(select seq as i from seq_0_to_" + last + ") n"
                : "(select x as i from system_range(0, " + last + ")) n";
    }

    static String prefix() {
        return UUID.randomUUID().toString().substring(0, 8) + "-0000-4000-8000-";
    }
}
