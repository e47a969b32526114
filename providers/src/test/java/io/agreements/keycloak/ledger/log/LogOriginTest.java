package io.agreements.keycloak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class LogOriginTest {

    @Test
    void itIsTheAddressOfTheLogWithoutScheme() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org:8443/auth/"), "shop"))
                .contains("id.example.org:8443/auth/realms/shop/agreements/log");
        assertThat(LogOrigin.of(URI.create("https://id.example.org"), "shop"))
                .contains("id.example.org/realms/shop/agreements/log");
    }

    @Test
    void aLaterOneHasANumber() {
        assertThat(LogOrigin.next("id.example.org/log", 2)).isEqualTo("id.example.org/log/2");
        assertThat(LogOrigin.next("id.example.org/log/9", 10)).isEqualTo("id.example.org/log/10");
    }

    @Test
    void whatNoNameOfAKeyMayHaveIsEscaped() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org/"), "a shop+more"))
                .contains("id.example.org/realms/a%20shop%2Bmore/agreements/log");
    }

    @Test
    void oneThatIsTooLongIsNone() {
        assertThat(LogOrigin.of(URI.create("https://id.example.org/"), "s".repeat(250)))
                .isEmpty();
    }
}
