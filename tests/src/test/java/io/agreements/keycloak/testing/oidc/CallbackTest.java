package io.agreements.keycloak.testing.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallbackTest {
    @Test
    void anErrorIsToldWithItsReason() {
        Callback callback = Callback.parse("http://127.0.0.1/callback?error=access_denied&error_description=not%20now");

        assertThat(callback.error()).isEqualTo("access_denied");
        assertThat(callback.errorDescription()).isEqualTo("not now");
        assertThatThrownBy(callback::code).isInstanceOf(AssertionError.class).hasMessageContaining("access_denied");
    }
}
