package io.agreements.proof.ledger.database;

import io.agreements.proof.canonical.RecordKeys;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Queries for the tables of a ledger, as the database at hand understands them. */
final class LedgerSql {

    /** Columns of records that are kept apart, because they expire. */
    private static final Set<String> CONNECTION = Set.of("IP_ADDRESS", "USER_AGENT", "CONNECTION_SALT");

    /** Columns of records that many have alike, and then in one place. */
    private static final Set<String> COMMON = Set.of("TEXT_DIGEST", "WORDING_DIGEST", "SETTINGS_DIGEST", "DETAILS");

    /** Types of records all of which concern an agreement; of others that are asked for none does. */
    private static final Set<String> CONCERNING_AGREEMENTS = Set.of("PUBLICATION");

    private final String prefix;
    private final String limit;

    private LedgerSql(String prefix, String limit) {
        this.prefix = prefix;
        this.limit = limit;
    }

    static LedgerSql of(Connection connection, String schema) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        String limit = " fetch first %d rows only";
        if (product.contains("mysql") || product.contains("mariadb")) {
            limit = " limit %d";
        } else if (product.contains("microsoft")) {
            limit = " offset 0 rows fetch next %d rows only";
        }
        if (schema != null && !schema.matches("[A-Za-z0-9_$]+")) {
            throw new UnreadableException("That is no name of a schema: " + schema);
        }
        return new LedgerSql(schema == null ? "" : schema + ".", limit);
    }

    String name(String table) {
        return prefix + table;
    }

    /** The next rows after some; where they begin is bound after the realm and the conditions. */
    String page(Reading reading, String realmId, boolean later, int max) {
        return select(reading, String.valueOf(RecordKeys.ofRealm(realmId))) + " where " + ofRealm(reading.table())
                + conditions(reading) + list(reading, realmId)
                + (later ? " and " + after(reading.order(), 0) : "")
                + " order by "
                + reading.order().stream().map(name -> "T." + name).collect(Collectors.joining(", "))
                + limit.formatted(max);
    }

    /** What of another realm looks like this; the realm is bound last. */
    String elsewhere(Reading reading, int max) {
        return select(reading, "T.REALM_KEY") + " where 1 = 1" + conditions(reading) + " and T.REALM_ID <> ?"
                + order(reading) + limit.formatted(max);
    }

    private static String order(Reading reading) {
        return " order by " + reading.order().stream().map(name -> "T." + name).collect(Collectors.joining(", "));
    }

    private String select(Reading reading, String realmKey) {
        return "select "
                + reading.table().columns().keySet().stream()
                        .map(name -> reading.table() == Table.RECORD ? ofRecord(name) : "T." + name)
                        .collect(Collectors.joining(", "))
                + " from " + from(reading.table()) + " T"
                + (reading.table() == Table.RECORD ? besideRecord(realmKey) : "");
    }

    private static String ofRecord(String column) {
        if (CONNECTION.contains(column)) {
            return "C." + column;
        }
        return COMMON.contains(column) ? "coalesce(T." + column + ", D." + column + ")" : "T." + column;
    }

    /** The number of the realm is not taken from the record, where somebody may have changed it. */
    private String besideRecord(String realmKey) {
        return " left join " + name("AGR_CONNECTION") + " C on C.REALM_KEY = " + realmKey
                + " and C.OCCURRED_AT = T.OCCURRED_AT and C.RECORD_ID = T.ID left join " + name("AGR_COMMON")
                + " D on D.COMMON_KEY = T.COMMON_KEY";
    }

    /** Records of a type that is kept together are found by a number that stands for it. */
    private static String list(Reading reading, String realmId) {
        if (reading.table() != Table.RECORD || !(reading.where().get("TYPE") instanceof String type)) {
            return "";
        }
        return " and T.LIST_KEY = "
                + (CONCERNING_AGREEMENTS.contains(type)
                        ? RecordKeys.ofAgreements(realmId, type)
                        : RecordKeys.ofList(realmId, type, null));
    }

    private String from(Table table) {
        return switch (table) {
            case FOREIGN_ERASURE -> name("AGR_RECORD");
            case ABSENT ->
                "(select distinct R.USER_ID from " + name("AGR_RECORD")
                        + " R where R.REALM_ID = ? and R.DECISION is not null"
                        + " and (R.USERNAME is not null or R.SESSION_ID is not null)"
                        + " and not exists (select U.ID from " + name("USER_ENTITY") + " U where U.ID = R.USER_ID)"
                        + " and not exists (select C.ID from " + name("COMPONENT")
                        + " C where R.USER_ID like {fn concat({fn concat('f:', C.ID)}, ':%')}))";
            default -> name(table.sqlName());
        };
    }

    /** How often the realm is bound, before all else. */
    int realms(Table table) {
        return switch (table) {
            case WORDING, SETTINGS -> 0;
            case FOREIGN_ERASURE -> 2;
            default -> 1;
        };
    }

    private String ofRealm(Table table) {
        return switch (table) {
            case WORDING, SETTINGS, ABSENT -> "1 = 1";
            case VERSION -> "T.AGREEMENT_ID in (select A.ID from " + name("AGR_AGREEMENT") + " A where A.REALM_ID = ?)";
            case TEXT ->
                "T.VERSION_ID in (select V.ID from " + name("AGR_VERSION") + " V join " + name("AGR_AGREEMENT")
                        + " A on A.ID = V.AGREEMENT_ID where A.REALM_ID = ?)";
            case FOREIGN_ERASURE ->
                "T.TYPE = 'ERASURE' and T.REALM_ID <> ? and T.LOG_INDEX is not null"
                        + " and T.DETAILS like '%\"actor\"%' and (T.USER_ID is null or T.USER_ID like 'f:%'"
                        + " or T.USER_ID in (select R.ADMINISTRATOR_ID from " + name("AGR_RECORD")
                        + " R where R.REALM_ID = ? and R.ADMINISTRATOR_ID like 'gone:%'))";
            default -> "T.REALM_ID = ?";
        };
    }

    private static String conditions(Reading reading) {
        StringBuilder conditions = new StringBuilder();
        for (Map.Entry<String, Object> one : reading.where().entrySet()) {
            conditions.append(" and T.").append(one.getKey());
            if (one.getValue() == Reading.ANYTHING) {
                conditions.append(" is not null");
            } else if (one.getValue() instanceof Reading.Beyond beyond) {
                conditions.append(beyond.above() ? " > ?" : " < ?");
            } else {
                conditions.append(one.getValue() == Reading.NOTHING ? " is null" : " = ?");
            }
        }
        return conditions.toString();
    }

    /** Along the index of the first column, whatever comes behind it. */
    private static String after(List<String> order, int from) {
        String column = "T." + order.get(from);
        return from == order.size() - 1
                ? column + " > ?"
                : column + " >= ? and (" + column + " > ? or (" + after(order, from + 1) + "))";
    }

    /** What is bound for {@link #after}. */
    List<Object> keys(Reading reading, Row last) {
        List<Object> keys = new ArrayList<>();
        for (int place = 0; place < reading.order().size(); place++) {
            Object value = last.values().get(reading.order().get(place));
            keys.add(value);
            if (place < reading.order().size() - 1) {
                keys.add(value);
            }
        }
        return keys;
    }
}
