package io.agreements.keycloak.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.Restriction.End;
import io.agreements.keycloak.conduct.Restriction.Ending;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a restriction means is told from the clock. */
final class RestrictionTest {

    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-08T00:00:00Z");
    private static final Statement WHY =
            new Statement(Set.of(RestrictionGround.DEFAMATION), "An insult.", "Article 4", null);

    @Test
    void aNoticeBecomesASuspensionByItsDateAndStaysOne() {
        Restriction notice = of(RestrictionKind.NOTICE, UNTIL);
        assertThat(notice.effect(UNTIL.minusMillis(1))).isEqualTo(Effect.NOTIFIED);
        assertThat(notice.effect(UNTIL)).isEqualTo(Effect.SUSPENDED);
        assertThat(notice.effect(UNTIL.plusSeconds(1_000_000_000))).isEqualTo(Effect.SUSPENDED);
    }

    @Test
    void aSuspensionIsOverByItsDateAndWithoutOneItIsNot() {
        Restriction suspension = of(RestrictionKind.SUSPENSION, UNTIL);
        assertThat(suspension.effect(UNTIL.minusMillis(1))).isEqualTo(Effect.SUSPENDED);
        assertThat(suspension.effect(UNTIL)).isEqualTo(Effect.NONE);
        assertThat(of(RestrictionKind.SUSPENSION, null).effect(Instant.MAX)).isEqualTo(Effect.SUSPENDED);
    }

    @Test
    void aTerminationLastsPastItsDateUntilTheAccountIsGone() {
        assertThat(of(RestrictionKind.TERMINATION, UNTIL).effect(UNTIL.plusSeconds(1)))
                .isEqualTo(Effect.TERMINATED);
    }

    @Test
    void whatWasEndedMeansNothingWhateverItIs() {
        for (RestrictionKind kind : RestrictionKind.values()) {
            Restriction lifted = of(kind, UNTIL).ended(new End(FROM, Ending.LIFTED, "admin"));
            assertThat(lifted.effect(FROM)).isEqualTo(Effect.NONE);
            assertThat(lifted.effect(UNTIL)).isEqualTo(Effect.NONE);
        }
    }

    @Test
    void onlyWhatGivesNoServiceBlocks() {
        assertThat(EnumSet.allOf(Effect.class).stream().filter(Effect::blocks))
                .containsExactly(Effect.SUSPENDED, Effect.TERMINATED);
    }

    @Test
    void aNoticeAndATerminationHaveADateAndItLiesAhead() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(RestrictionKind.NOTICE, null));
        assertThatIllegalArgumentException().isThrownBy(() -> of(RestrictionKind.TERMINATION, null));
        assertThatIllegalArgumentException().isThrownBy(() -> of(RestrictionKind.SUSPENSION, FROM));
    }

    @Test
    void aStatementHasGroundsFactsAndAnArticle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Set.of(), "An insult.", "Article 4", null))
                .withMessageContaining("grounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Set.of(RestrictionGround.CULTS), "12345", "Article 4", null))
                .withMessageContaining("facts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Set.of(RestrictionGround.CULTS), "An insult.", " ", null))
                .withMessageContaining("article");
    }

    @Test
    void factsHaveRoomForTwoThousandCharacters() {
        String facts = "x".repeat(Statement.FACTS_LENGTH);
        assertThat(new Statement(Set.of(RestrictionGround.CULTS), facts, "Article 4", null).facts())
                .isEqualTo(facts);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Set.of(RestrictionGround.CULTS), facts + "x", "Article 4", null));
    }

    private static Restriction of(RestrictionKind kind, Instant until) {
        return new Restriction("id", "realm", "user", kind, WHY, FROM, until, null, null, "admin", null, null, 0);
    }
}
