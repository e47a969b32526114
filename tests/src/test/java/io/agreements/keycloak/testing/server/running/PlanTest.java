package io.agreements.keycloak.testing.server.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static final String SELECT =
            "select re1_0.ID,s.USER_ID from AGR_RECORD re1_0 join AGR_STANDING s on s.RECORD_ID=re1_0.ID where s.X=?";

    @Test
    void postgresqlSaysWhichTableItReadsFromEndToEnd() {
        Plan plan = inWords(SELECT, "Hash Join  (cost=1.0)", "  ->  Seq Scan on agr_record re1_0", "  ->  Hash");

        assertThat(plan.scannedTables()).containsExactly("agr_record");
    }

    @Test
    void h2SaysItInCommentsOfOneRow() {
        Plan plan = inWords(
                SELECT,
                "SELECT 1\nFROM \"PUBLIC\".\"AGR_RECORD\" \"RE1_0\"\n  /* PUBLIC.AGR_RECORD.tableScan */\n"
                        + "/* PUBLIC.IDX_AGR: USER_ID = ?1 */");

        assertThat(plan.scannedTables()).containsExactly("agr_record");
    }

    @Test
    void mariadbSaysItByTheNamesOfTheStatement() {
        Plan plan = new Plan(SELECT, List.of(row("s", "ref"), row("re1_0", "ALL")));

        assertThat(plan.scannedTables()).containsExactly("agr_record");
    }

    @Test
    void mariadbSaysItOfTheTablesOfUpdatesAndSubqueriesToo() {
        assertThat(new Plan("update AGR_RECORD re1_0 set x=1", List.of(row("re1_0", "ALL"))).scannedTables())
                .containsExactly("agr_record");
        assertThat(new Plan("delete from AGR_RECORD where x=1", List.of(row("AGR_RECORD", "ALL"))).scannedTables())
                .containsExactly("agr_record");
        assertThat(new Plan(
                                "select 1 from A a where not exists (select 1 from USER_ENTITY ue1_0 where 1=1)",
                                List.of(row("a", "range"), row("ue1_0", "ALL")))
                        .scannedTables())
                .containsExactly("user_entity");
    }

    @Test
    void whatIsReadByAnIndexIsNotScanned() {
        assertThat(new Plan(SELECT, List.of(row("re1_0", "range"), row("s", "index"), row(null, null))).scannedTables())
                .isEmpty();
        assertThat(inWords(SELECT, "Index Scan using idx_agr_record on agr_record re1_0")
                        .scannedTables())
                .isEmpty();
    }

    private static Plan inWords(String sql, String... lines) {
        return new Plan(
                sql,
                Arrays.stream(lines)
                        .map(line -> Map.<String, Object>of("plan", line))
                        .toList());
    }

    private static Map<String, Object> row(String table, String type) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", 1);
        row.put("table", table);
        row.put("type", type);
        return row;
    }
}
