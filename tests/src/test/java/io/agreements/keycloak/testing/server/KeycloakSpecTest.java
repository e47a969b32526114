package io.agreements.keycloak.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakSpecTest {
    @Test
    void theOrderOfOptionsMakesNoOtherServer() {
        KeycloakSpec one = KeycloakSpec.plain().withOptions(Map.of("a", "1")).withOptions(Map.of("b", "2"));
        KeycloakSpec other = KeycloakSpec.plain().withOptions(Map.of("b", "2")).withOptions(Map.of("a", "1"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void aNameMakesAnotherServer() {
        assertThat(KeycloakSpec.plain().named("mine")).isNotEqualTo(KeycloakSpec.plain());
    }
}
