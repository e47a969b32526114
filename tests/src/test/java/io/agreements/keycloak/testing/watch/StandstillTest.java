package io.agreements.keycloak.testing.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandstillTest {

    @Test
    void itSaysWhichTestWhichThreadsWhichProcessesAndWhatServersSaidLast(@TempDir Path work) throws IOException {
        Files.createDirectories(work.resolve("runs/1"));
        Files.writeString(work.resolve("runs/1/server.log"), "first\n" + "more\n".repeat(100) + "last\n");
        Process child = new ProcessBuilder("sleep", "600").start();
        try {
            String report = new Standstill(List.of("ExampleIT"), Optional.of(work)).report("Nothing happened");

            assertThat(report)
                    .startsWith("[watchdog] Nothing happened: this run is ended.")
                    .contains("ExampleIT", child.pid() + " ", "sleep 600", "server.log", "  last")
                    .contains(StandstillTest.class.getName() + ".itSays")
                    .doesNotContain("first");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void withoutAnythingToLookAtItStillSaysWhatItCan() {
        assertThat(new Standstill(List.of(), Optional.empty()).report("Nothing happened"))
                .contains("Threads:", "main");
    }
}
