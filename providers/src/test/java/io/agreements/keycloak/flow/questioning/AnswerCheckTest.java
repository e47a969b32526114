package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static io.agreements.keycloak.flow.questioning.AnswerBuilder.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.FormMessage;

final class AnswerCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    private static final Obligations TERMS_1 =
            asked(required("terms").versions(version(1).since(NOW)));

    private static final Obligations TERMS_2_AND_NEWS_1 = asked(
            required("terms").versions(version(1).since(NOW), version(2).since(NOW)),
            optional("news").versions(version(1).since(NOW)));

    /** Offered, and to be read to the end. */
    private static final Obligations RULES_TO_COME = askedOfAMember(required("rules")
            .versions(version(1).published(NOW).effective(LATER).enforced(LATER).readToEnd()));

    private final Presentations presentations = new Presentations(Sessions.authentication());
    private final AnswerCheck check = new AnswerCheck(presentations);

    private final Presentation page =
            new Presentation("page", "wording", true, List.of(shown("terms", 2), shown("news", 1)));

    @BeforeEach
    void thePageIsShown() {
        presentations.keep(page);
    }

    @Test
    void anAnswerIsToThePageThatShowedWhatIsAsked() {
        assertThat(check.presentation(answer().to("page").build(), TERMS_2_AND_NEWS_1))
                .contains(page);
    }

    @Test
    void whatIsNoLongerAskedNeedNotHaveBeenLeftOut() {
        Obligations newsOnly = new Obligations(List.of(), List.of(), TERMS_2_AND_NEWS_1.optional());

        assertThat(check.presentation(answer().to("page").build(), newsOnly)).contains(page);
    }

    @Test
    void anAnswerToAPageNobodyRemembersIsToNone() {
        assertThat(check.presentation(answer().to("other").build(), TERMS_2_AND_NEWS_1))
                .isEmpty();
        assertThat(check.presentation(answer().build(), TERMS_2_AND_NEWS_1)).isEmpty();
    }

    @Test
    void onlyAPageThatOfferedToDeclineCanBeDeclined() {
        presentations.keep(new Presentation("offer", "wording", false, List.of(shown("terms", 2))));

        assertThat(check.declinable(answer().to("page").build())).contains(page);
        assertThat(check.declinable(answer().to("offer").build())).isEmpty();
        assertThat(check.declinable(answer().to("other").build())).isEmpty();
    }

    @Test
    void anAnswerToAPageWithAnotherVersionIsToNone() {
        assertThat(check.presentation(answer().to("page").build(), TERMS_1)).isEmpty();
    }

    @Test
    void anAnswerToAPageThatLackedAnOptionalAgreementIsToNone() {
        presentations.keep(new Presentation("lacking", "wording", true, List.of(shown("terms", 2))));

        assertThat(check.presentation(answer().to("lacking").build(), TERMS_2_AND_NEWS_1))
                .isEmpty();
    }

    @Test
    void whoseVersionIsAnotherNowIsToldSoAtItsBox() {
        presentations.keep(new Presentation("older", "wording", true, List.of(shown("terms", 1), shown("news", 1))));

        assertThat(check.outdated(answer().to("older").build(), TERMS_2_AND_NEWS_1))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple("agreement-terms", "agreementsChangedMeanwhile"));
    }

    @Test
    void whosePageNobodyRemembersIsToldSoForTheWholePage() {
        assertThat(check.outdated(answer().to("other").build(), TERMS_2_AND_NEWS_1))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple(FormMessage.GLOBAL, "agreementsNotShown"));
    }

    @Test
    void whereBoxesCountEachRequiredAgreementMustBeTicked() {
        Obligations two = asked(
                required("privacy").versions(version(1).since(NOW)),
                required("terms").versions(version(1).since(NOW)));

        assertThat(check.missing(answer().ticked("privacy").build(), two, true))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple("agreement-terms", "agreementsAcceptanceMissing"));
        assertThat(check.missing(answer().ticked("privacy").ticked("terms").build(), two, true))
                .isEmpty();
    }

    @Test
    void whoHasNotTakenNoteIsToldSoAndNotToAccept() {
        Obligations privacy =
                asked(acknowledgement("privacy").versions(version(1).since(NOW)));

        assertThat(check.missing(answer().ticked("privacy").build(), privacy, true))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple("agreement-privacy", "agreementsAcknowledgementMissing"));
        assertThat(check.missing(
                        answer().field("agreement-privacy", "acknowledged").build(), privacy, true))
                .isEmpty();
    }

    @Test
    void anOptionalAgreementNeedNotBeTicked() {
        assertThat(check.missing(answer().ticked("terms").build(), TERMS_2_AND_NEWS_1, true))
                .isEmpty();
    }

    @Test
    void whereAButtonDecidesNothingMustBeTicked() {
        assertThat(check.missing(answer().build(), TERMS_2_AND_NEWS_1, false)).isEmpty();
    }

    @Test
    void theEndMustBeReachedWhereThatIsAskedAndAScriptCanTell() {
        Obligations toTheEnd =
                asked(required("terms").versions(version(1).since(NOW).readToEnd()));

        assertThat(check.missing(answer().scripted().build(), toTheEnd, false))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple("agreement-terms", "agreementsEndNotReached"));
        assertThat(check.missing(answer().scripted().endReached("terms").build(), toTheEnd, false))
                .isEmpty();
        assertThat(check.missing(answer().build(), toTheEnd, false)).isEmpty();
        assertThat(check.missing(answer().scripted().build(), TERMS_1, false)).isEmpty();
    }

    @Test
    void aMissingTickIsToldBeforeAnEndNotReached() {
        Obligations toTheEnd =
                asked(required("terms").versions(version(1).since(NOW).readToEnd()));

        assertThat(check.missing(answer().scripted().build(), toTheEnd, true))
                .extracting(FormMessage::getMessage)
                .containsExactly("agreementsAcceptanceMissing");
        assertThat(check.missing(answer().scripted().ticked("terms").build(), toTheEnd, true))
                .extracting(FormMessage::getMessage)
                .containsExactly("agreementsEndNotReached");
    }

    @Test
    void whatIsOfferedMustHaveBeenShownWhereNothingIsOwed() {
        presentations.keep(new Presentation("offer", "wording", true, List.of(shown("rules", 1))));

        assertThat(check.presentation(answer().to("offer").build(), RULES_TO_COME))
                .isPresent();
        assertThat(check.presentation(answer().to("page").build(), RULES_TO_COME))
                .isEmpty();
        assertThat(check.outdated(answer().to("page").build(), RULES_TO_COME))
                .extracting(FormMessage::getField)
                .containsExactly("agreement-rules");
    }

    @Test
    void whatIsOfferedNeedNotHaveBeenShownBesideWhatIsOwed() {
        Obligations both = new Obligations(TERMS_2_AND_NEWS_1.required(), RULES_TO_COME.offered(), List.of());

        assertThat(check.presentation(answer().to("page").build(), both)).contains(page);
        assertThat(check.missing(answer().scripted().build(), both, false)).isEmpty();
    }

    @Test
    void anOfferIsReadToTheEndLikeAnyOtherWhereThatIsAsked() {
        assertThat(check.missing(answer().scripted().build(), RULES_TO_COME, false))
                .extracting(FormMessage::getField, FormMessage::getMessage)
                .containsExactly(tuple("agreement-rules", "agreementsEndNotReached"));
        assertThat(check.missing(answer().scripted().endReached("rules").build(), RULES_TO_COME, false))
                .isEmpty();
    }

    private static Obligations asked(AgreementBuilder... agreements) {
        return Obligations.ofNewUser(catalogue(agreements), "shop", role -> false, NOW);
    }

    private static Obligations askedOfAMember(AgreementBuilder... agreements) {
        return Obligations.of(
                catalogue(agreements), new Standings(List.of()), new Subject(NOW, "shop", role -> false), NOW);
    }

    private static Catalogue catalogue(AgreementBuilder... agreements) {
        return new Catalogue(
                "revision", Stream.of(agreements).map(AgreementBuilder::build).toList());
    }

    private static Presentation.Item shown(String key, int version) {
        return new Presentation.Item(key, version, "zh-Hans", "digest", null, List.of());
    }
}
