package io.agreements.keycloak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class LogOriginTest {

    @Test
    void itIsTheAddressOfTheLogWithoutScheme() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org:8443/auth/"), "shop", 1))
                .contains("id.example.org:8443/auth/realms/shop/agreements/log");
        assertThat(LogOrigin.of(URI.create("https://id.example.org"), "shop", 1))
                .contains("id.example.org/realms/shop/agreements/log");
    }

    @Test
    void aLaterOneHasANumber() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org/"), "shop", 3))
                .contains("id.example.org/realms/shop/agreements/log/3");
    }

    @Test
    void whatNoNameOfAKeyMayHaveIsEscaped() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org/"), "a shop+more", 1))
                .contains("id.example.org/realms/a%20shop%2Bmore/agreements/log");
    }

    @Test
    void oneThatIsTooLongIsNone() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org/"), "s".repeat(250), 1))
                .isEmpty();
    }
}
