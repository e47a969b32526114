package io.agreements.keycloak.jpa.sql;

import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.Connections;
import io.agreements.proof.ledger.database.JdbcLedger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks what a verification asks, which Hibernate does not translate. */
final class AskedVerification {

    private AskedVerification() {}

    static void ask(SilentDatabase database) {
        for (String schema : new String[] {null, "keycloak"}) {
            try (JdbcLedger ledger = JdbcLedger.live(new Lent(database), schema, "realm")) {
                ask(database, ledger);
            }
            database.answer(Answers.rows(1));
            try (JdbcLedger ledger = JdbcLedger.snapshot(database.getConnection(), schema, "realm")) {
                ask(database, ledger);
            }
        }
    }

    private static void ask(SilentDatabase database, JdbcLedger ledger) {
        for (Reading reading : readings()) {
            database.answer(Answers.NONE);
            ledger.find(reading, 10);
            database.answer(Answers.rows(1));
            try (Rows rows = ledger.rows(reading)) {
                rows.next();
                rows.next();
            }
        }
        database.answer(Answers.NONE);
        ledger.elsewhere(Table.RECORD, Map.of("TYPE", "ERASURE"));
        ledger.absent(IntStream.range(0, 1_500).mapToObj(Integer::toString).toList());
    }

    private static List<Reading> readings() {
        return Stream.concat(
                        Stream.of(Table.values()).map(Reading::all),
                        Stream.of(
                                Reading.logged(),
                                Reading.loggedFrom(7),
                                Reading.waiting(),
                                Reading.erasures(),
                                Reading.holds(),
                                Reading.tiles(0),
                                Reading.tilesFrom(0, 7),
                                Reading.tile(0, 7),
                                Reading.checkpoints(0),
                                Reading.checkpointsBeyond(0, 7)))
                .toList();
    }

    private record Lent(SilentDatabase database) implements Connections {

        @Override
        public <T> T lend(Query<T> query) throws SQLException {
            return query.ask(database.getConnection());
        }
    }
}
