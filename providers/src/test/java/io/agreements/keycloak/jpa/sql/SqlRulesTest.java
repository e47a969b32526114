package io.agreements.keycloak.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.AgreementsJpaEntityProviderFactory;
import io.agreements.keycloak.jpa.ChangelogSql;
import jakarta.persistence.NamedQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL that each database would get, held against what it takes; none is asked. */
final class SqlRulesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Product.class)
    void everyDatabaseTakesEveryNamedQuery(Product product) throws Exception {
        Map<String, List<String>> wrong = new TreeMap<>();
        try (AskedDatabase database = new AskedDatabase(product)) {
            SqlRules rules = rules(product);
            for (NamedQuery query : namedQueries()) {
                List<SentStatement> sent = database.ask(query);
                List<String> broken = sent.isEmpty()
                        ? List.of("is not sent")
                        : sent.stream()
                                .flatMap(statement -> rules.broken(statement).stream())
                                .toList();
                if (!broken.isEmpty()) {
                    wrong.put(query.name(), broken);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Hibernate sees to it; what this product writes itself is in smaller parts. */
    @Test
    void aLongListIsSeveralToOracle() throws Exception {
        List<String> ids = IntStream.range(0, 2_500).mapToObj(Integer::toString).toList();
        try (AskedDatabase database = new AskedDatabase(Product.ORACLE)) {
            database.query("select r.recordedAt from RecordEntity r where r.id in :ids", "ids", ids);

            assertThat(database.sent()).hasSize(1).allSatisfy(statement -> {
                assertThat(statement.parameters()).hasSize(ids.size());
                assertThat(rules(Product.ORACLE).broken(statement)).isEmpty();
            });
        }
    }

    @Test
    void whatADatabaseDoesNotTakeIsSeen() {
        assertThat(broken(Product.ORACLE, "select a1_0.id from t a1_0 where a1_0.id>?", Map.of(1, "")))
                .containsExactly("bound to an empty word: 1");
        assertThat(broken(Product.ORACLE, "select a1_0.id from t a1_0 where a1_0.id>''", Map.of()))
                .containsExactly("compared with an empty word");
        assertThat(broken(Product.ORACLE, "select distinct a1_0.details from t a1_0 where a1_0.details=?", Map.of()))
                .containsExactly("too large to compare: details", "too large for distinct: details");
        assertThat(broken(Product.ORACLE, "select a1_0.id from t a1_0 where a1_0.flag=true limit 1", Map.of()))
                .containsExactly("no true here", "no limit here");
        assertThat(broken(Product.ORACLE, "select u1_0.uid from (select 1) u1_0(uid)", Map.of()))
                .containsExactly("reserved: uid");
        assertThat(broken(
                        Product.ORACLE,
                        "select a1_0.id from t a1_0 fetch first 1 rows only for update of a1_0.id",
                        Map.of()))
                .containsExactly("locks what it cuts off");
        assertThat(broken(
                        Product.SQL_SERVER,
                        "select x1_0.id from (select a1_0.id from t a1_0 order by a1_0.id) x1_0",
                        Map.of()))
                .containsExactly("an order within, without an end");
        assertThat(broken(Product.SQL_SERVER, "select a1_0.id from t a1_0 where (a1_0.id,a1_0.at)=(?,?)", Map.of()))
                .containsExactly("columns compared as a row");
        assertThat(broken(
                        Product.POSTGRESQL, "select floor(a1_0.at/?) from t a1_0 group by floor(a1_0.at/?)", Map.of()))
                .containsExactly("grouped by a parameter");
        assertThat(broken(Product.MYSQL, "delete from t where exists(select 1 from t a1_0)", Map.of()))
                .containsExactly("reads the table it changes");
        assertThat(broken(Product.MYSQL, "select 1 from t where id in (select id from s limit 1)", Map.of()))
                .containsExactly("in (select … limit)");
        assertThat(broken(Product.H2, "select distinct a1_0.id from t a1_0 order by a1_0.at,a1_0.id desc", Map.of()))
                .containsExactly("ordered by what is not selected: a1_0 . at");
        assertThat(broken(Product.SQL_SERVER, "select distinct top(?) a1_0.id from t a1_0 order by a1_0.id", Map.of()))
                .isEmpty();
        assertThat(broken(Product.ORACLE, "select distinct a1_0.id from t a1_0 where a1_0.id=? for update", Map.of()))
                .containsExactly("locks what is grouped");
        assertThat(broken(
                        Product.POSTGRESQL,
                        "select a1_0.id from t a1_0 left join u b1_0 on b1_0.id=a1_0.id where 1=1 for no key update",
                        Map.of()))
                .containsExactly("locks what may be absent");
        assertThat(broken(
                        Product.SQL_SERVER,
                        "select sum(case when exists(select 1 from u b1_0) then 1 else 0 end) from t a1_0",
                        Map.of()))
                .containsExactly("a sum of selects");
        assertThat(broken(Product.ORACLE, "select 1 from t a1_0 group by (select 1 from u b1_0)", Map.of()))
                .containsExactly("grouped by a select");
        assertThat(broken(
                        Product.SQL_SERVER,
                        "(select top(?) a1_0.id from t a1_0 order by a1_0.id) union all (select b1_0.id from t b1_0)",
                        Map.of()))
                .containsExactly("a part of a union with an order");
        assertThat(broken(Product.SQL_SERVER, "select a1_0.id||'x' from t a1_0 order by 1 nulls last", Map.of()))
                .containsExactly("no || here", "no nulls here");
        assertThat(broken(Product.ORACLE, "select 1 from t where id in (" + "'x',".repeat(1_000) + "'x')", Map.of()))
                .containsExactly("a list of 1001");
    }

    private static List<String> broken(Product product, String sql, Map<Integer, Object> parameters) {
        return new SqlRules(product, Set.of("details")).broken(new SentStatement(sql, parameters));
    }

    private SqlRules rules(Product product) throws Exception {
        return new SqlRules(
                product, ChangelogSql.of(product.liquibase(), directory).largeColumns());
    }

    private static List<NamedQuery> namedQueries() {
        return new AgreementsJpaEntityProviderFactory()
                .create(null).getEntities().stream()
                        .flatMap(entity -> Stream.of(entity.getAnnotationsByType(NamedQuery.class)))
                        .toList();
    }
}
