package io.agreements.keycloak.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PopulationTest {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "user_entity", List.of("id", "username", "email", "email_constraint", "realm_id"),
            "credential", List.of("id", "user_id", "secret_data"),
            "user_attribute", List.of("id", "user_id", "name", "value"),
            "user_role_mapping", List.of("user_id", "role_id"),
            "agr_record", List.of("id", "user_id", "username", "occurred_at", "recorded_at", "decision", "log_index"),
            "agr_connection", List.of("realm_key", "occurred_at", "record_id", "ip_address"),
            "agr_standing", List.of("user_id", "agreement_id", "decided_at", "record_id"));

    @Test
    void theSameSeedMakesTheSameUsers() {
        assertThat(statements(new Population(7, "bench-b", "model", 120_000, 1_000)))
                .isEqualTo(statements(new Population(7, "bench-b", "model", 120_000, 1_000)));
    }

    @Test
    void anotherSeedAndAnotherRealmMakeOthers() {
        List<String> some = statements(new Population(7, "bench-b", "model", 1_000, 10));

        assertThat(some).doesNotContainAnyElementsOf(statements(new Population(8, "bench-b", "model", 1_000, 10)));
        assertThat(some).doesNotContainAnyElementsOf(statements(new Population(7, "bench-a", "model", 1_000, 10)));
    }

    @Test
    void nothingIsLeftToChance() {
        assertThat(statements(new Population(7, "bench-b", "model", 1_000, 10)))
                .noneMatch(sql -> sql.contains("random") || sql.contains("now()") || sql.contains("gen_"));
    }

    @Test
    void manyUsersAreMadePieceByPieceAndEachOnce() {
        assertThat(statements(new Population(7, "bench-b", "model", 120_000, 1_000)))
                .filteredOn(sql -> sql.startsWith("insert into user_entity"))
                .satisfiesExactly(
                        sql -> assertThat(sql).contains("generate_series(cast(0 as bigint), 49999)"),
                        sql -> assertThat(sql).contains("generate_series(cast(50000 as bigint), 99999)"),
                        sql -> assertThat(sql).contains("generate_series(cast(100000 as bigint), 119999)"));
    }

    @Test
    void passwordsAndRolesAreForThoseWhoSignIn() {
        assertThat(statements(new Population(7, "bench-b", "model", 120_000, 1_000)))
                .filteredOn(sql -> !sql.contains("user_entity") && !sql.contains("agr_"))
                .hasSize(3)
                .allMatch(sql -> sql.contains("generate_series(cast(0 as bigint), 999)"));
    }

    @Test
    void onlyARealmWithAgreementsHasDecisions() {
        Population population = new Population(7, "bench-a", "model", 1_000, 10);

        assertThat(population.statements(COLUMNS::get, false)).noneMatch(sql -> sql.contains("agr_"));
        assertThat(statements(population))
                .filteredOn(sql -> sql.contains("agr_"))
                .hasSize(3);
    }

    @Test
    void theLastHundredHaveNotDecided() {
        assertThat(new Population(7, "bench-b", "model", 5_000, 10).pending()).isEqualTo(100);
        assertThat(new Population(7, "bench-b", "model", 50, 10).pending()).isEqualTo(5);
        assertThat(statements(new Population(7, "bench-b", "model", 5_000, 10)))
                .filteredOn(sql -> sql.contains("into agr_"))
                .allMatch(sql -> sql.contains("i < 4900 or m.agreement_key <> 'user-registration'"));
    }

    private static List<String> statements(Population population) {
        return population.statements(COLUMNS::get, true);
    }
}
