package io.agreements.keycloak.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskOptionsTest {
    private static final Path TARGET = Path.of("target");

    @Test
    void argumentsAreNamed() {
        assertThat(TaskOptions.of("users=2000", "nodes=2", "directory=target", "document=docs/scale.md"))
                .isEqualTo(new TaskOptions(2_000, 2, TARGET, Optional.of(Path.of("docs/scale.md"))));
    }

    @Test
    void withoutADocumentNothingIsRecorded() {
        assertThat(TaskOptions.of("users=2000", "nodes=1", "directory=target").document())
                .isEmpty();
    }

    @Test
    void allSizesFollowFromOne() {
        TaskOptions options = new TaskOptions(50_000, 1, TARGET, Optional.empty());

        assertThat(options.usersOfSmallRealm() * options.realms()).isEqualTo(50_000);
        assertThat(options.usersWrittenTo()).isEqualTo(6_250);
        assertThat(options.areTwoNodesAsked()).isFalse();
    }

    @Test
    void whatSaysNothingOrTakesForEverIsRefused() {
        assertThatThrownBy(() -> new TaskOptions(999, 1, TARGET, Optional.empty()))
                .hasMessage("users: from 1000 to 500000, not 999");
        assertThatThrownBy(() -> new TaskOptions(500_001, 1, TARGET, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaskOptions(1_000, 3, TARGET, Optional.empty()))
                .hasMessage("nodes: 1 or 2, not 3");
    }
}
