package io.agreements.keycloak.testing.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProcessTreeTest {

    @Test
    void aProcessThatIsStoppedIsKilledWithItsChildren() throws Exception {
        Process shell = shell("sleep 600 & echo started; wait");
        List<ProcessHandle> all = new ProcessTree(shell.toHandle()).processes();
        assertThat(all).hasSize(2).endsWith(shell.toHandle());
        for (ProcessHandle process : all) {
            new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        }

        new ProcessTree(shell.toHandle()).kill();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aProcessThatWillNotEndIsKilledWhenItsTimeIsUp() throws Exception {
        Process shell = shell("trap '' TERM; echo started; while :; do sleep 600; done");

        new ProcessTree(shell.toHandle()).end(Duration.ofMillis(200));
        assertThat(shell.isAlive()).isFalse();
    }

    private static Process shell(String script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        assertThat(shell.inputReader().readLine()).isEqualTo("started");
        return shell;
    }
}
