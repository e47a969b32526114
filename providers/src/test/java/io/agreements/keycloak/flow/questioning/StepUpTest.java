package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.sessions.AuthenticationSessionModel;

final class StepUpTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));

    private static final Agreement TERMS =
            required("terms").versions(version(1).since(BEFORE)).build();
    private static final Agreement NEWS =
            optional("news").versions(version(1).since(BEFORE)).build();
    private static final Agreement MAPS =
            optional("maps").versions(version(1).since(BEFORE)).build();

    private final StepUp news = new StepUp("news");

    @Test
    void whatWasDeclinedIsAskedAgainAndNothingElseThatMayWait() {
        Situation situation = news.applyTo(of(Decision.ACCEPTED, Decision.DECLINED));

        assertThat(keys(situation)).containsExactly("news");
        assertThat(news.outcome(situation)).isEqualTo(KcActionStatus.CANCELLED);
    }

    @Test
    void whatIsOwedComesWithIt() {
        assertThat(keys(news.applyTo(of(null, null)))).containsExactly("terms", "news");
    }

    @Test
    void whatIsAcceptedIsNotAsked() {
        Situation situation = news.applyTo(of(Decision.ACCEPTED, Decision.ACCEPTED));

        assertThat(keys(situation)).isEmpty();
        assertThat(news.outcome(situation)).isEqualTo(KcActionStatus.SUCCESS);
    }

    @Test
    void anAgreementNobodyKnowsIsAnError() {
        StepUp unknown = new StepUp("unknown");
        Situation situation = of(Decision.ACCEPTED, null);

        assertThat(unknown.isAnswerable(situation)).isFalse();
        assertThat(unknown.outcome(unknown.applyTo(situation))).isEqualTo(KcActionStatus.ERROR);
        assertThat(news.isAnswerable(situation)).isTrue();
    }

    @Test
    void withoutANameAllThatIsOpenIsAsked() {
        Situation situation = of(null, null);

        assertThat(StepUp.NONE.applyTo(situation)).isSameAs(situation);
        assertThat(StepUp.NONE.outcome(situation)).isEqualTo(KcActionStatus.SUCCESS);
    }

    @Test
    void onlyAnApplicationThatAsksForOurActionNamesAnAgreement() {
        AuthenticationSessionModel authSession = Sessions.authentication();
        authSession.setClientNote("kc_action_parameter", "news");
        assertThat(StepUp.of(authSession).isNamed()).isFalse();
        authSession.setClientNote("kc_action", "delete_credential");
        assertThat(StepUp.of(authSession).isNamed()).isFalse();
        authSession.setClientNote("kc_action", "agreement-acceptance");
        assertThat(StepUp.of(authSession)).isEqualTo(news);
    }

    private static List<String> keys(Situation situation) {
        return situation
                .open()
                .all()
                .map(Obligation::agreement)
                .map(Agreement::key)
                .toList();
    }

    /** @param onTerms what was said to the required agreement, and then to one of the optional ones; null for nothing */
    private static Situation of(Decision onTerms, Decision onNews) {
        Catalogue catalogue = new Catalogue("revision", List.of(TERMS, NEWS, MAPS));
        Standings standings = new Standings(Stream.of(standing(TERMS, onTerms), standing(NEWS, onNews))
                .flatMap(List::stream)
                .toList());
        Subject subject = new Subject(BEFORE, "shop", role -> false);
        return new Situation(
                catalogue, standings, subject, Obligations.of(catalogue, standings, subject, NOW), false, NOW);
    }

    private static List<Standing> standing(Agreement agreement, Decision decision) {
        return decision == null
                ? List.of()
                : List.of(new Standing(agreement.id(), 1, decision, "en", "digest", BEFORE, "record"));
    }
}
