package io.agreements.keycloak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.details.DisclosureGround;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DisclosureTest {

    private static final Instant REGISTERED = Instant.parse("2030-01-01T00:00:00Z");

    private final Disclosure disclosure = new Disclosure(
            "id",
            "shop",
            "A court",
            DisclosureGround.LAW,
            List.of("name"),
            REGISTERED.minusSeconds(60),
            null,
            null,
            null,
            REGISTERED,
            "admin",
            null,
            null);

    @Test
    void whatIsDoneLaterIsSoWhereItIs() {
        assertThat(disclosure.behindRegistration(REGISTERED.plusSeconds(1))).isEqualTo(REGISTERED.plusSeconds(1));
    }

    /** The first record of an entry is the one with its own moment. */
    @Test
    void whatIsDoneByAClockThatIsBehindIsLaterAllTheSame() {
        assertThat(disclosure.behindRegistration(REGISTERED)).isAfter(REGISTERED);
        assertThat(disclosure.behindRegistration(REGISTERED.minusSeconds(5))).isAfter(REGISTERED);
    }
}
