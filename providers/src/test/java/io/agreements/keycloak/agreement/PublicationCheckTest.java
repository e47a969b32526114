package io.agreements.keycloak.agreement;

import static io.agreements.keycloak.fixture.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.InMemoryAgreements;
import io.agreements.keycloak.fixture.VersionBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PublicationCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final PublicationCheck check = new PublicationCheck(new InMemoryAgreements());

    @Test
    void theTextThatBindsMustBeThere() {
        assertThat(problem(version(1).in("en"))).get().asString().contains("zh-Hans");
    }

    @Test
    void aVersionBelowAPublishedOneWouldNeverBeInForce() {
        assertThat(problem(version(1), version(2).since(NOW))).get().asString().contains("Version 2");
    }

    @Test
    void theRecordOfAPublicationHasRoomForSoManyLanguages() {
        String[] locales = IntStream.range(0, 41)
                .mapToObj(i -> i == 0 ? "zh-Hans" : "en-x-" + i)
                .toArray(String[]::new);

        assertThat(problem(version(1).in(locales))).get().asString().contains("41 languages", "40");
    }

    private Optional<String> problem(VersionBuilder draft, VersionBuilder... others) {
        VersionBuilder[] all = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> i == 0 ? draft : others[i - 1])
                .toArray(VersionBuilder[]::new);
        Agreement agreement = required("terms").versions(all).build();
        return check.problem(agreement, agreement.version(1).orElseThrow());
    }
}
