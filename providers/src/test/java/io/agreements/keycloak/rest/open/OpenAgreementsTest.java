package io.agreements.keycloak.rest.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class OpenAgreementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service@example.org",
                "mailto:service@example.org",
                "https://example.org/help",
                "tel:+49-30-1234567"
            })
    void theRealmSaysWhereToAsk(String address) {
        assertThat(contact(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org@evil.example/",
                "https://a@b/",
                "javascript:alert(1)@example.org",
                "javascript:alert(1)//a@example.org",
                "//a@example.org",
                "ftp://a@example.org",
                "javascript:alert(1)",
                "//evil.example",
                "help",
                ""
            })
    void whatALinkMayNotLeadToIsLeftOut(String address) {
        assertThat(contact(address)).isNull();
    }

    private static String contact(String address) {
        RealmModel realm = Realms.named("pop800");
        realm.setAttribute("agreements.contact", address);
        return OpenAgreements.of(realm, List.of(), Instant.EPOCH).contact();
    }
}
