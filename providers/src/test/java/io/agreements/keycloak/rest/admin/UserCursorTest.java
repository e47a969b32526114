package io.agreements.keycloak.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.ledger.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserCursorTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final UserDecision DECIDED =
            new UserDecision("f:store:李雷:1", "li", 2, Decision.ACCEPTED, "en", THEN);
    private static final UserDecision PENDING = new UserDecision("1", "d1:李\n雷", null, null, null, null);

    @Test
    void standsForWhatTheListIsOrderedBy() {
        UserDecision decided =
                UserCursor.read(DecisionStatus.ACCEPTED, UserCursor.of(DecisionStatus.ACCEPTED, DECIDED));
        UserDecision pending = UserCursor.read(DecisionStatus.PENDING, UserCursor.of(DecisionStatus.PENDING, PENDING));

        assertThat(decided.userId()).isEqualTo(DECIDED.userId());
        assertThat(decided.decidedAt()).isEqualTo(THEN);
        assertThat(pending.username()).isEqualTo(PENDING.username());
    }

    @Test
    void needsNoEncodingInAnAddress() {
        assertThat(UserCursor.of(DecisionStatus.PENDING, PENDING)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void ofOneListIsNoneOfAnother() {
        assertRefused(DecisionStatus.PENDING, UserCursor.of(DecisionStatus.ACCEPTED, DECIDED));
        assertRefused(DecisionStatus.ACCEPTED, UserCursor.of(DecisionStatus.PENDING, PENDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d:id", "dx:id", "d1:", "d1:a\0", "d9999999999999999999:id", "n", "", "d1", "x"})
    void whatStandsForNoRowIsRefused(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));

        assertRefused(DecisionStatus.ACCEPTED, cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "abc=d", "_w", " "})
    void whatIsNoCursorIsRefused(String cursor) {
        assertRefused(DecisionStatus.ACCEPTED, cursor);
        assertRefused(DecisionStatus.PENDING, cursor);
    }

    private static void assertRefused(DecisionStatus status, String cursor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserCursor.read(status, cursor))
                .withMessageContaining("after must be the cursor of a row");
    }
}
