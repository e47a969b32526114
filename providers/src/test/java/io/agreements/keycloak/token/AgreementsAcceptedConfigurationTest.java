package io.agreements.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

final class AgreementsAcceptedConfigurationTest {

    @Test
    void withoutSettingsEveryWayIsWatchedAndThereIsNoGrace() throws IOException {
        AgreementsAcceptedConfiguration configuration = configuration("{}");

        assertThat(configuration.validateConfig()).isTrue();
        assertThat(configuration.events()).containsExactlyInAnyOrder(WayIn.values());
        assertThat(configuration.grace()).isEqualTo(Duration.ZERO);
    }

    @Test
    void onlyTheEventsThatAreNamedAreWatched() throws IOException {
        AgreementsAcceptedConfiguration configuration =
                configuration("{\"events\": [\"refresh\", \"jwt-grant\"], \"grace\": \" P7D \"}");

        assertThat(configuration.validateConfig()).isTrue();
        assertThat(configuration.events()).containsExactlyInAnyOrder(WayIn.REFRESH, WayIn.JWT_GRANT);
        assertThat(configuration.grace()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void anEmptyGraceIsNone() throws IOException {
        AgreementsAcceptedConfiguration configuration = configuration("{\"events\": [], \"grace\": \"\"}");

        assertThat(configuration.validateConfig()).isTrue();
        assertThat(configuration.events()).isEmpty();
        assertThat(configuration.grace()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"events\": [\"refresh\", \"login\"]}",
                "{\"grace\": \"7 days\"}",
                "{\"grace\": \"7\"}",
                "{\"grace\": \"-P1D\"}"
            })
    void whatIsNeitherAnEventNorADurationIsRefused(String json) throws IOException {
        assertThat(configuration(json).validateConfig()).isFalse();
    }

    private static AgreementsAcceptedConfiguration configuration(String json) throws IOException {
        return JsonSerialization.readValue(json, AgreementsAcceptedConfiguration.class);
    }
}
