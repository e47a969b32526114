package io.agreements.keycloak.testing.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopbackHttpTest {
    @Test
    void nothingIsSentToOtherMachines() {
        assertThatThrownBy(() -> LoopbackHttp.post("https://example.org/token", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.org");
    }
}
