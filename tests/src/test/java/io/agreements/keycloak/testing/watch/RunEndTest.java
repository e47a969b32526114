package io.agreements.keycloak.testing.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RunEndTest {

    @Test
    void aRunEndsThoughItsMainThreadHangs() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hanging.class.getName())
                .start();
        try {
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(70);
        } finally {
            run.destroyForcibly();
        }
    }

    /** A program that waits for ever. */
    static final class Hanging {
        private Hanging() {}

        public static void main(String... arguments) throws InterruptedException {
            Thread watchdog = new Thread(RunEnd::now);
            watchdog.setDaemon(true);
            watchdog.start();
            new CountDownLatch(1).await();
        }
    }
}
