package io.agreements.keycloak.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date that has passed is not spoken of as one to come, and a mail says what its reader can do and no more. */
final class RestrictionLetterTest {

    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-08T00:00:00Z");
    private static final Statement WHY =
            new Statement(Set.of(RestrictionGround.DEFAMATION), "An insult.", "Article 4", null);

    @ParameterizedTest
    @CsvSource({
        "NOTICE, agreementsRestrictionNoticeText, agreementsRestrictionNoticePastText",
        "SUSPENSION, agreementsRestrictionSuspensionText, agreementsRestrictionSuspensionPastText",
        "TERMINATION, agreementsRestrictionTerminationText, agreementsRestrictionTerminationPastText",
    })
    void aDateIsAheadUntilItHasCome(RestrictionKind kind, String ahead, String past) {
        Restriction restriction = of(kind, UNTIL);
        assertThat(RestrictionLetter.beginning(restriction, Stage.CHANGED, UNTIL.minusMillis(1)))
                .isEqualTo(ahead);
        assertThat(RestrictionLetter.beginning(restriction, Stage.CHANGED, UNTIL))
                .isEqualTo(past);
    }

    @Test
    void aSuspensionWithoutADateIsOpenAndANoticeThatWasMissedSaysSo() {
        assertThat(RestrictionLetter.beginning(of(RestrictionKind.SUSPENSION, null), Stage.IMPOSED, UNTIL))
                .isEqualTo("agreementsRestrictionSuspensionOpenText");
        assertThat(RestrictionLetter.beginning(of(RestrictionKind.NOTICE, UNTIL), Stage.MISSED, UNTIL))
                .isEqualTo("agreementsRestrictionMissedText");
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE, NOTIFIED, true, agreementsRestrictionSignInNotice",
        "NOTICE, SUSPENDED, true, agreementsRestrictionSignInDelete",
        "SUSPENSION, SUSPENDED, true, agreementsRestrictionSignInDelete",
        "SUSPENSION, SUSPENDED, false, agreementsRestrictionSignIn",
        "TERMINATION, TERMINATED, true, agreementsRestrictionSignIn",
    })
    void whatIsLeftToDoDependsOnWhatWasImposed(RestrictionKind kind, Effect effect, boolean mayDelete, String key) {
        assertThat(RestrictionLetter.ending(of(kind, UNTIL), effect, mayDelete))
                .containsExactly(key, "agreementsRestrictionObject");
    }

    @Test
    void whoHasObjectedIsNotToldHow() {
        Restriction appealed = of(RestrictionKind.SUSPENSION, UNTIL).appealed(new Appeal("It was none.", FROM, null));
        assertThat(RestrictionLetter.ending(appealed, Effect.SUSPENDED, false))
                .containsExactly("agreementsRestrictionSignIn");
    }

    private static Restriction of(RestrictionKind kind, Instant until) {
        return new Restriction("id", "realm", "user", kind, WHY, FROM, until, null, null, "admin", null, null, 0);
    }
}
