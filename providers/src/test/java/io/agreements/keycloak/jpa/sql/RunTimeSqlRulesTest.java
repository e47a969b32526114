package io.agreements.keycloak.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.ChangelogSql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is put together while the product runs, held against what each database takes; none is asked. */
final class RunTimeSqlRulesTest {

    private static final Set<String> SITES = Sites.all();

    @TempDir
    private Path directory;

    /** Whoever makes another query has it asked in one of the classes here, with each of its filters, orders and beginnings. */
    @ParameterizedTest
    @EnumSource(Product.class)
    void everyDatabaseTakesWhatIsAskedAndNothingIsLeftUnasked(Product product) throws Exception {
        SqlRules rules = new SqlRules(
                product, ChangelogSql.of(product.liquibase(), directory).largeColumns());
        Set<String> reached = new TreeSet<>();
        Map<String, List<String>> wrong = new TreeMap<>();
        try (AskedDatabase database = new AskedDatabase(product)) {
            for (Asked.Asking asking : List.<Asked.Asking>of(AskedUsers::ask, AskedRecords::ask, AskedRegisters::ask)) {
                database.ask(asking);
            }
            database.sent().forEach(statement -> note(rules, statement, wrong));
            reached.addAll(database.reached());
        }
        SilentDatabase verified = new SilentDatabase(product.name().replace("SQL_SERVER", "Microsoft SQL Server"));
        AskedVerification.ask(verified);
        verified.sent().forEach(statement -> note(rules, statement, wrong));
        reached.addAll(verified.sites().reached());

        assertThat(wrong).isEmpty();
        assertThat(SITES).hasSizeGreaterThan(50);
        assertThat(SITES.stream().filter(site -> !reached.contains(site)).toList())
                .as("queries that are not asked")
                .isEmpty();
    }

    private static void note(SqlRules rules, SentStatement statement, Map<String, List<String>> wrong) {
        List<String> broken = rules.broken(statement);
        if (!broken.isEmpty()) {
            wrong.put(statement.sql(), broken);
        }
    }
}
