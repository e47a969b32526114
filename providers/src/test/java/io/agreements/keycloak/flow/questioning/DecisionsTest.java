package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static io.agreements.keycloak.flow.questioning.AnswerBuilder.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.decision.DecisionEvent;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.PublishedEvents;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.Users;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

final class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** The last version is accepted by going on. */
    private static final Agreement TERMS = required("terms")
            .versions(
                    version(1).since(NOW),
                    version(2).since(NOW),
                    version(3).since(NOW).continuedUse())
            .build();

    private static final Agreement NEWS =
            optional("news").versions(version(1).since(NOW)).build();

    private static final Standing ACCEPTED =
            new Standing(TERMS.id(), 1, Decision.ACCEPTED, "zh-Hans", "digest", NOW, "record");

    private final RealmModel realm = Realms.named("pop800");
    private final UserModel ada = Users.named("ada");
    private final PublishedEvents events = new PublishedEvents();
    private final Decisions decisions =
            new Decisions(events.session(), realm, Sessions.authenticationFor("shop"), MovableClock.at(NOW));

    @Test
    void itIsKnownWhoDecidedWhenWhereAndHow() {
        accept(new Obligations(List.of(terms(2, null)), List.of(), List.of()), answer());

        DecisionEvent event = event();
        assertThat(event.realm()).isSameAs(realm);
        assertThat(event.userId()).isEqualTo("id-of-ada");
        assertThat(event.identity().username()).isEqualTo("ada");
        assertThat(event.clientId()).isEqualTo("shop");
        assertThat(event.method()).isEqualTo(Method.LOGIN);
        assertThat(event.decidedAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsOwedIsAcceptedAsItWasShown() {
        accept(
                new Obligations(List.of(terms(2, ACCEPTED)), List.of(), List.of()),
                answer().scripted().endReached("terms"));

        assertThat(event().decisions())
                .containsExactly(new Taken(
                        TERMS.id(),
                        Decision.ACCEPTED,
                        AcceptanceMode.EXPLICIT,
                        new Shown("terms", 2, "zh-Hans", "digest-2", "wording", true, 1),
                        List.of(new ShownClause("first", false), new ShownClause("second", false)),
                        ACCEPTED));
    }

    @Test
    void whichClausesAttentionWasDrawnToAndWhichCameIntoViewGoesWithTheDecision() {
        accept(
                new Obligations(List.of(terms(2, ACCEPTED)), List.of(), List.of()),
                answer().scripted().seen("terms", "2"));

        assertThat(event().decisions())
                .extracting(Taken::attention)
                .containsExactly(List.of(new ShownClause("first", false), new ShownClause("second", true)));
    }

    @Test
    void withoutAScriptItIsNotKnownWhatCameIntoView() {
        accept(new Obligations(List.of(terms(2, ACCEPTED)), List.of(), List.of()), answer().seen("terms", "1 2"));

        assertThat(event().decisions())
                .extracting(Taken::attention)
                .containsExactly(List.of(new ShownClause("first", null), new ShownClause("second", null)));
    }

    @Test
    void whatIsOfferedIsAcceptedWhereNothingIsOwed() {
        accept(new Obligations(List.of(), List.of(terms(2, ACCEPTED)), List.of()), answer());

        assertThat(event().decisions())
                .extracting(
                        Taken::agreementId,
                        Taken::decision,
                        taken -> taken.shown().versionNumber())
                .containsExactly(tuple(TERMS.id(), Decision.ACCEPTED, 2));
    }

    @Test
    void whatIsOfferedIsNotAcceptedBesideWhatIsOwed() {
        accept(new Obligations(List.of(terms(2, null)), List.of(rules()), List.of()), answer());

        assertThat(event().decisions()).extracting(Taken::agreementId).containsExactly(TERMS.id());
    }

    @Test
    void ofOptionalAgreementsThoseTickedAreAcceptedAndTheOthersDeclined() {
        Obligations open = new Obligations(List.of(), List.of(), List.of(news()));

        accept(open, answer().ticked("news"));
        accept(open, answer());

        assertThat(events.of(DecisionEvent.class))
                .flatExtracting(DecisionEvent::decisions)
                .extracting(Taken::agreementId, Taken::decision, Taken::mode)
                .containsExactly(
                        tuple(NEWS.id(), Decision.ACCEPTED, AcceptanceMode.EXPLICIT),
                        tuple(NEWS.id(), Decision.DECLINED, AcceptanceMode.EXPLICIT));
    }

    @Test
    void whoIsOnlyToldOfAChangeAcceptsItByGoingOn() {
        accept(new Obligations(List.of(terms(3, ACCEPTED)), List.of(), List.of()), answer());

        assertThat(event().decisions()).extracting(Taken::mode).containsExactly(AcceptanceMode.CONTINUED_USE);
    }

    @Test
    void whoNeverAcceptedDoesNotAcceptByGoingOn() {
        accept(new Obligations(List.of(terms(3, null)), List.of(), List.of()), answer());

        assertThat(event().decisions()).extracting(Taken::mode).containsExactly(AcceptanceMode.EXPLICIT);
    }

    @Test
    void whatIsOnlyToBeTakenNoteOfIsAcknowledgedBesideWhatIsAccepted() {
        Agreement privacy =
                acknowledgement("privacy").versions(version(1).since(NOW)).build();
        Presentation page = new Presentation(
                "page",
                "wording",
                true,
                List.of(
                        new Presentation.Item("privacy", 1, "zh-Hans", "digest", null, List.of()),
                        new Presentation.Item("terms", 2, "zh-Hans", "digest-2", null, List.of())));
        Obligation notice = new Obligation(privacy, privacy.version(1).orElseThrow(), null);

        decisions.accept(
                ada,
                new Obligations(List.of(notice, terms(2, null)), List.of(), List.of()),
                page,
                answer().build(),
                Method.LOGIN);

        assertThat(event().decisions())
                .extracting(Taken::agreementId, Taken::decision)
                .containsExactly(tuple(privacy.id(), Decision.ACKNOWLEDGED), tuple(TERMS.id(), Decision.ACCEPTED));
    }

    @Test
    void whoDeclinesAfterANoticeSaysSo() {
        decisions.decline(
                ada,
                List.of(terms(3, ACCEPTED)),
                page(3),
                answer().ticked("news").build(),
                Method.LOGIN);

        assertThat(event().decisions())
                .extracting(Taken::agreementId, Taken::decision, Taken::mode, Taken::previous)
                .containsExactly(tuple(TERMS.id(), Decision.DECLINED, AcceptanceMode.EXPLICIT, ACCEPTED));
    }

    @Test
    void whereNothingIsDecidedNothingIsMadeKnown() {
        accept(Obligations.NONE, answer());
        decisions.decline(ada, List.of(), page(1), answer().build(), Method.LOGIN);

        assertThat(events.of(DecisionEvent.class)).isEmpty();
    }

    private void accept(Obligations open, AnswerBuilder answer) {
        int version = open.demanded().stream()
                .mapToInt(obligation -> obligation.version().number())
                .findFirst()
                .orElse(1);
        decisions.accept(ada, open, page(version), answer.build(), Method.LOGIN);
    }

    private DecisionEvent event() {
        assertThat(events.of(DecisionEvent.class)).hasSize(1);
        return events.of(DecisionEvent.class).get(0);
    }

    /** The page that showed that version of the terms, and the news. */
    private static Presentation page(int version) {
        return new Presentation(
                "page",
                "wording",
                true,
                List.of(
                        new Presentation.Item(
                                "terms",
                                version,
                                "zh-Hans",
                                "digest-" + version,
                                version - 1,
                                List.of("first", "second")),
                        new Presentation.Item("news", 1, "zh-Hans", "digest", null, List.of())));
    }

    private static Obligation terms(int version, Standing standing) {
        return new Obligation(TERMS, TERMS.version(version).orElseThrow(), standing);
    }

    private static Obligation rules() {
        Agreement rules = required("rules").versions(version(1).since(NOW)).build();
        return new Obligation(rules, rules.version(1).orElseThrow(), null);
    }

    private static Obligation news() {
        return new Obligation(NEWS, NEWS.version(1).orElseThrow(), null);
    }
}
