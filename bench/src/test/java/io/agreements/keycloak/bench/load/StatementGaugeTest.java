package io.agreements.keycloak.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementGaugeTest {

    @TempDir
    private Path directory;

    @Test
    void statementsOfRequestsAreCountedAndThoseOfOursAmongThem() throws IOException {
        Path log = directory.resolve("server.log");
        Files.write(
                log,
                List.of(
                        line("executor-thread-1", "org.hibernate.SQL", "select u1_0.ID from USER_ENTITY u1_0"),
                        line("executor-thread-2", "org.hibernate.SQL", "select s1_0.USER_ID from AGR_STANDING s1_0"),
                        line(
                                "executor-thread-2",
                                "org.hibernate.orm.jdbc.bind",
                                "binding parameter (1:VARCHAR) <- [agr_]"),
                        line("executor-thread-2", "org.hibernate.SQL", "select a.ID, a.CHANGES from AGR_AGREEMENT a"),
                        line("Timer-0", "org.hibernate.SQL", "select r1_0.ID from AGR_RECORD r1_0")));

        assertThat(StatementGauge.all(log).now()).isEqualTo(3);
        assertThat(StatementGauge.ours(log).now()).isEqualTo(1);
    }

    private static String line(String thread, String logger, String words) {
        return "2026-11-30 12:00:00,000 DEBUG [" + logger + "] (" + thread + ") " + words;
    }
}
