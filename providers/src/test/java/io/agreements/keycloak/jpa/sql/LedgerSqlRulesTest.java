package io.agreements.keycloak.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.ChangelogSql;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.Connections;
import io.agreements.proof.ledger.database.JdbcLedger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verification asks, which Hibernate does not translate. */
final class LedgerSqlRulesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Product.class)
    void everyDatabaseTakesWhatAVerificationAsks(Product product) throws Exception {
        SilentDatabase database = new SilentDatabase(product.name().replace("SQL_SERVER", "Microsoft SQL Server"));
        SqlRules rules = new SqlRules(
                product, ChangelogSql.of(product.liquibase(), directory).largeColumns());
        Map<String, List<String>> wrong = new TreeMap<>();
        try (JdbcLedger ledger = JdbcLedger.live(new Lent(database), null, "realm")) {
            for (Reading reading : readings()) {
                database.beginAnew(false);
                ledger.find(reading, 10);
                database.beginAnew(true);
                try (Rows rows = ledger.rows(reading)) {
                    rows.next();
                }
            }
            database.beginAnew(false);
            ledger.elsewhere(Table.RECORD, Map.of("TYPE", "ERASURE"));
            ledger.absent(IntStream.range(0, 1_500).mapToObj(Integer::toString).toList());
        }
        database.sent().forEach(statement -> {
            List<String> broken = rules.broken(statement);
            if (!broken.isEmpty()) {
                wrong.put(statement.sql(), broken);
            }
        });

        assertThat(database.sent()).hasSizeGreaterThan(2 * Table.values().length);
        assertThat(wrong).isEmpty();
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
