package io.agreements.keycloak.flow.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.sessions.AuthenticationSessionModel;

final class KeptDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final Taken TERMS = taken("terms", Decision.ACCEPTED);
    private static final Taken NEWS = taken("news", Decision.DECLINED);

    private final AuthenticationSessionModel authSession = Sessions.authentication();

    @Test
    void whatIsKeptCountsAsIfItStood() {
        kept().keep(List.of(TERMS, NEWS), NOW);

        assertThat(kept().standings().on("id-of-terms"))
                .contains(new Standing("id-of-terms", 2, Decision.ACCEPTED, "en", "digest", NOW, ""));
        assertThat(kept().standings().on("id-of-news").map(Standing::decision)).contains(Decision.DECLINED);
    }

    @Test
    void laterDecisionsAreKeptBesideEarlierOnes() {
        kept().keep(List.of(TERMS), NOW);
        kept().keep(List.of(NEWS), NOW.plusSeconds(60));

        assertThat(kept().standings().on("id-of-terms").map(Standing::decidedAt))
                .contains(NOW);
        assertThat(kept().standings().on("id-of-news").map(Standing::decidedAt)).contains(NOW.plusSeconds(60));
    }

    @Test
    void ofOneAgreementTheLatestDecisionIsKept() {
        kept().keep(List.of(TERMS), NOW);
        kept().keep(List.of(taken("terms", Decision.DECLINED)), NOW);

        assertThat(kept().standings().on("id-of-terms").map(Standing::decision)).contains(Decision.DECLINED);
    }

    @Test
    void whatIsForgottenIsGone() {
        kept().keep(List.of(TERMS), NOW);
        kept().forget();

        assertThat(kept().isEmpty()).isTrue();
        assertThat(kept().standings().on("id-of-terms")).isEmpty();
    }

    @Test
    void atFirstNothingIsKept() {
        assertThat(kept().isEmpty()).isTrue();
    }

    private KeptDecisions kept() {
        return new KeptDecisions(authSession);
    }

    private static Taken taken(String key, Decision decision) {
        return new Taken(
                "id-of-" + key,
                decision,
                AcceptanceMode.EXPLICIT,
                new Shown(key, 2, "en", "digest", "wording", true, null),
                List.of(new ShownClause("clause", true), new ShownClause("another", null)),
                null);
    }
}
