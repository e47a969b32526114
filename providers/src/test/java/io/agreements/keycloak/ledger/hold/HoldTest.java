package io.agreements.keycloak.ledger.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HoldTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void aHoldIsOnTheRecordsOfOneUserOrOfOneAgreement() {
        assertThat(hold("person", null, "A lawsuit.", null).isActive()).isTrue();
        assertThat(hold(null, "terms", "A lawsuit.", null).isActive()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold(null, null, "A lawsuit.", null))
                .withMessageContaining("userId or agreement must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold("person", "terms", "A lawsuit.", null))
                .withMessageContaining("not both");
    }

    @Test
    void aHoldHasAReasonThereIsRoomFor() {
        assertThat(hold("person", null, "x".repeat(Hold.REASON_LENGTH), null).reason())
                .hasSize(1000);
        for (String none : new String[] {null, "", " \n"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hold("person", null, none, null))
                    .withMessageStartingWith("reason must be given");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold("person", null, "x".repeat(Hold.REASON_LENGTH + 1), null))
                .withMessage("reason has 1001 characters; there is room for 1000");
    }

    @Test
    void aHoldEndsAfterItHasBegun() {
        assertThat(hold("person", null, "A lawsuit.", NOW.plusMillis(1)).until())
                .isEqualTo(NOW.plusMillis(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold("person", null, "A lawsuit.", NOW))
                .withMessage("until must lie in the future");
    }

    @Test
    void aHoldLastsUntilItsEndIsSaidEvenWhenItsDateHasCome() {
        Hold hold = hold("person", null, "A lawsuit.", NOW.plusMillis(1));
        assertThat(hold.isActive()).isTrue();
        Hold ended = hold.ended(NOW.plusSeconds(60), "admin");
        assertThat(ended.isActive()).isFalse();
        assertThat(ended.liftedBy()).isEqualTo("admin");
        assertThat(ended.until()).isEqualTo(hold.until());
    }

    /** Somebody may have changed the row, and no other hold is to be held up by it. */
    @Test
    void whatIsStoredIsReadWhateverItIs() {
        assertThat(new Hold("id", "realm", "ann", "terms", " ", "admin", NOW, NOW, null, null).isActive())
                .isTrue();
    }

    private static Hold hold(String userId, String agreement, String reason, Instant until) {
        return new Hold("id", "realm", userId, agreement, reason, "admin", NOW, until, null, null).checked();
    }
}
