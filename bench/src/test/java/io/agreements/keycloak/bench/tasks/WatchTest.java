package io.agreements.keycloak.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchTest {

    @Test
    void itLooksUntilAllIsDone() {
        Iterator<Long> done = List.of(3L, 3L, 10L).iterator();

        assertThat(Watch.until(10, done::next, () -> {}).looks())
                .extracting(Course.Look::done)
                .containsExactly(0L, 3L, 3L, 10L);
    }
}
