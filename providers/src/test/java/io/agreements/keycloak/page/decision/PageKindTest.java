package io.agreements.keycloak.page.decision;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static io.agreements.keycloak.page.decision.PageKind.ACCEPTANCE;
import static io.agreements.keycloak.page.decision.PageKind.REGISTRATION;
import static io.agreements.keycloak.page.decision.PageKind.STEP_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.Words;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.page.PageMessages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PageKindTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** The last version is accepted by going on. */
    private static final Agreement TERMS = required("terms")
            .versions(
                    version(1).since(NOW),
                    version(2).since(NOW),
                    version(3).since(NOW).continuedUse())
            .build();

    private static final Agreement NOTICE = acknowledgement("privacy")
            .versions(
                    version(1).since(NOW),
                    version(2).since(NOW),
                    version(3).since(NOW).continuedUse())
            .build();

    private static final Agreement NEWS =
            optional("news").versions(version(1).since(NOW)).build();
    private static final Obligations NEWS_ONLY =
            new Obligations(List.of(), List.of(), List.of(obligation(NEWS, 1, null)));

    private final PageMessages english = Words.in(Locale.ENGLISH);

    @Test
    void theRegistrationFormNamesItsOwnButton() {
        assertThat(REGISTRATION.labels(terms(null), toAccept("Terms"), english))
                .containsEntry("register", "Register")
                .containsOnlyKeys("register", "sentence")
                .hasEntrySatisfying("sentence", sentence -> assertThat(sentence).contains("“Register”"));
    }

    @Test
    void whereNothingIsRequiredTheRegistrationFormSaysNothingOfAcceptance() {
        assertThat(REGISTRATION.labels(NEWS_ONLY, DemandTitles.NONE, english))
                .containsOnlyKeys("register", "optionalHeading", "optionalHint");
        assertThat(REGISTRATION.labels(Obligations.NONE, DemandTitles.NONE, english))
                .containsOnlyKeys("register");
    }

    @Test
    void whoIsAskedForTheFirstTimeIsNotToldOfAChange() {
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("Terms"), english))
                .contains(
                        entry("heading", "Please read and decide"),
                        entry("accept", "Accept and continue"),
                        entry("decline", "Decline"))
                .containsOnlyKeys("heading", "intro", "sentence", "accept", "decline");
    }

    @Test
    void whoAcceptedAnEarlierVersionIsToldOfTheChange() {
        assertThat(ACCEPTANCE.labels(terms(Decision.ACCEPTED), toAccept("Terms"), english))
                .containsEntry("heading", "Our terms have changed")
                .hasEntrySatisfying("intro", intro -> assertThat(intro).contains("accept the new version"));
    }

    @Test
    void whoDeclinedAnEarlierVersionIsNotToldOfAChange() {
        assertThat(ACCEPTANCE.labels(terms(Decision.DECLINED), toAccept("Terms"), english))
                .containsEntry("heading", "Please read and decide")
                .hasEntrySatisfying(
                        "intro", intro -> assertThat(intro).contains("read what stands below and accept it"));
    }

    @Test
    void aChangeIsNotTheHeadingWhereSomethingIsAskedForTheFirstTime() {
        Obligations mixed = owed(obligation(TERMS, 2, Decision.ACCEPTED), obligation(TERMS, 2, null));

        assertThat(ACCEPTANCE.labels(mixed, toAccept("Terms", "Privacy"), english))
                .containsEntry("heading", "Please read and decide");
    }

    @Test
    void theSentenceNamesTheButtonAndEveryRequiredAgreement() {
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("Privacy", "Terms"), english))
                .containsEntry("sentence", "By pressing “Accept and continue” you accept “Privacy” and “Terms”.");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("隐私政策", "用户协议"), Words.in(Locale.SIMPLIFIED_CHINESE)))
                .containsEntry("sentence", "点击“同意并继续”，即表示您同意《隐私政策》和《用户协议》。");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("Privacy", "Terms", "Fees"), english))
                .containsEntry(
                        "sentence", "By pressing “Accept and continue” you accept “Privacy”, “Terms” and “Fees”.");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("隐私政策", "用户协议", "资费"), Words.in(Locale.SIMPLIFIED_CHINESE)))
                .containsEntry("sentence", "点击“同意并继续”，即表示您同意《隐私政策》《用户协议》和《资费》。");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("利用規約", "料金表"), Words.in(Locale.JAPANESE)))
                .containsEntry("sentence", "「同意して続ける」を押すと、「利用規約」および「料金表」に同意したことになります。");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("利用規約", "料金表", "特約"), Words.in(Locale.JAPANESE)))
                .containsEntry("sentence", "「同意して続ける」を押すと、「利用規約」、「料金表」および「特約」に同意したことになります。");
        assertThat(ACCEPTANCE.labels(terms(null), toAccept("AGB", "Preise", "Hausordnung"), Words.in(Locale.GERMAN)))
                .containsEntry(
                        "sentence",
                        "Mit einem Klick auf „Akzeptieren und weiter“ akzeptieren Sie „AGB“, „Preise“ und „Hausordnung“.");
    }

    @Test
    void whereNothingIsRequiredThereIsNothingToDeclineAndNoSecondHeading() {
        assertThat(ACCEPTANCE.labels(NEWS_ONLY, DemandTitles.NONE, english))
                .contains(entry("heading", "Your choice"), entry("accept", "Continue"))
                .containsOnlyKeys("heading", "intro", "accept");
    }

    @ParameterizedTest
    @EnumSource
    void besideRequiredAgreementsOptionalOnesHaveAHeadingAndAHint(PageKind kind) {
        Obligations both = new Obligations(terms(null).required(), List.of(), List.of(obligation(NEWS, 1, null)));

        assertThat(kind.labels(both, toAccept("Terms"), english))
                .containsEntry("optionalHeading", "Your choice")
                .hasEntrySatisfying("optionalHint", hint -> assertThat(hint).contains("leave these boxes empty"));
        assertThat(kind.labels(terms(null), toAccept("Terms"), english))
                .doesNotContainKeys("optionalHeading", "optionalHint");
    }

    @Test
    void aRequiredAgreementHasABoxOnTheRegistrationFormOnly() {
        assertThat(REGISTRATION.requiredChoice(TERMS, "Terms", english)).isEqualTo("I have read “Terms” and accept it");
        assertThat(ACCEPTANCE.requiredChoice(TERMS, "Terms", english)).isNull();
    }

    @Test
    void whoAcceptedJustThisVersionIsAskedToConfirmItAgain() {
        assertThat(ACCEPTANCE.labels(owed(obligation(TERMS, 1, Decision.ACCEPTED)), toAccept("Terms"), english))
                .containsEntry("heading", "Please confirm again")
                .containsEntry("accept", "Accept and continue")
                .hasEntrySatisfying("intro", intro -> assertThat(intro).contains("accept it again"))
                .containsOnlyKeys("heading", "intro", "sentence", "accept", "decline");
    }

    @Test
    void aRenewalIsNotTheHeadingWhereSomethingElseIsOwedToo() {
        Obligations mixed = owed(obligation(TERMS, 1, Decision.ACCEPTED), obligation(TERMS, 2, Decision.ACCEPTED));

        assertThat(ACCEPTANCE.labels(mixed, toAccept("Privacy", "Terms"), english))
                .containsEntry("heading", "Please read and decide");
    }

    @Test
    void whoAcceptsByGoingOnIsToldSoAndMayDecline() {
        assertThat(ACCEPTANCE.labels(owed(obligation(TERMS, 3, Decision.ACCEPTED)), toAccept("Terms"), english))
                .contains(
                        entry("heading", "Our terms have changed"),
                        entry("accept", "Continue"),
                        entry("sentence", "By pressing “Continue” and going on you agree to “Terms”."),
                        entry("decline", "Decline"))
                .hasEntrySatisfying("intro", intro -> assertThat(intro).contains("please decline"))
                .containsOnlyKeys("heading", "intro", "sentence", "accept", "decline");
    }

    @Test
    void nobodyAcceptsByGoingOnWhereSomethingElseHasToBeAcceptedExplicitly() {
        Obligations mixed = owed(obligation(TERMS, 3, Decision.ACCEPTED), obligation(TERMS, 2, Decision.ACCEPTED));

        assertThat(ACCEPTANCE.labels(mixed, toAccept("Privacy", "Terms"), english))
                .contains(
                        entry("accept", "Accept and continue"),
                        entry("sentence", "By pressing “Accept and continue” you accept “Privacy” and “Terms”."))
                .hasEntrySatisfying("intro", intro -> assertThat(intro).contains("accept the new version"));
    }

    @Test
    void whatIsOfferedMayWaitAndNeedNotBeDeclined() {
        Obligations offer = new Obligations(List.of(), List.of(obligation(TERMS, 2, Decision.ACCEPTED)), List.of());

        assertThat(ACCEPTANCE.labels(offer, toAccept("Terms"), english))
                .contains(
                        entry("heading", "Our terms will change"),
                        entry("accept", "Accept and continue"),
                        entry("sentence", "By pressing “Accept and continue” you accept “Terms”."),
                        entry("later", "Later"))
                .containsOnlyKeys("heading", "intro", "sentence", "accept", "later");
    }

    @Test
    void besideWhatIsOwedNothingIsOffered() {
        Obligations both = new Obligations(
                List.of(obligation(TERMS, 1, null)), List.of(obligation(TERMS, 2, Decision.ACCEPTED)), List.of());

        assertThat(ACCEPTANCE.labels(both, toAccept("Terms"), english))
                .containsEntry("heading", "Please read and decide")
                .containsKey("decline")
                .doesNotContainKey("later");
    }

    @Test
    void besideWhatIsOfferedOptionalAgreementsHaveAHeadingAndAHint() {
        Obligations both =
                new Obligations(List.of(), List.of(obligation(TERMS, 2, null)), List.of(obligation(NEWS, 1, null)));

        assertThat(ACCEPTANCE.labels(both, toAccept("Terms"), english))
                .containsKeys("later", "optionalHeading", "optionalHint");
    }

    @Test
    void whomAnApplicationAsksMayLeaveOpenWhatIsNotOwed() {
        assertThat(STEP_UP.labels(NEWS_ONLY, DemandTitles.NONE, english))
                .containsEntry("later", "Later")
                .containsOnlyKeys("heading", "intro", "accept", "later");
        assertThat(STEP_UP.labels(terms(null), toAccept("Terms"), english))
                .isEqualTo(ACCEPTANCE.labels(terms(null), toAccept("Terms"), english))
                .doesNotContainKey("later");
    }

    @Test
    void whatIsOnlyToBeTakenNoteOfHasABoxAndASentenceOfItsOwnOnTheRegistrationForm() {
        assertThat(REGISTRATION.requiredChoice(NOTICE, "Privacy", english))
                .isEqualTo("I have read “Privacy” and taken note of it");
        assertThat(REGISTRATION.labels(owed(notice(null)), toAcknowledge("Privacy"), english))
                .containsEntry(
                        "acknowledgeSentence",
                        "By pressing “Register” you confirm that you have read and taken note of “Privacy”.")
                .containsOnlyKeys("register", "acknowledgeSentence");
        assertThat(REGISTRATION.labels(
                        owed(notice(null), obligation(TERMS, 1, null)),
                        new DemandTitles(List.of("Terms"), List.of("Privacy")),
                        english))
                .hasEntrySatisfying(
                        "sentence",
                        sentence -> assertThat(sentence)
                                .startsWith("By pressing “Register” you create your account and accept “Terms”."))
                .containsOnlyKeys("register", "sentence", "acknowledgeSentence");
    }

    @Test
    void whoIsOnlyToTakeNoteHasNothingToDeclineAndMayStop() {
        assertThat(ACCEPTANCE.labels(owed(notice(null)), toAcknowledge("Privacy"), english))
                .contains(
                        entry("heading", "Please read and take note"),
                        entry("acknowledge", "I have taken note, continue"),
                        entry("stop", "I do not want to go on"))
                .containsOnlyKeys("heading", "intro", "acknowledgeSentence", "acknowledge", "stop");
    }

    @Test
    void whatIsToBeTakenNoteOfAndWhatIsToBeAcceptedShareAButtonAndEachHasItsSentence() {
        Obligations both = owed(notice(null), obligation(TERMS, 2, null));

        assertThat(ACCEPTANCE.labels(both, new DemandTitles(List.of("Terms"), List.of("Privacy")), english))
                .contains(
                        entry("confirm", "Confirm and continue"),
                        entry("sentence", "By pressing “Confirm and continue” you accept “Terms”."),
                        entry(
                                "acknowledgeSentence",
                                "By pressing “Confirm and continue” you confirm that you have taken note of “Privacy”."),
                        entry("decline", "Decline"))
                .containsOnlyKeys("heading", "intro", "sentence", "acknowledgeSentence", "confirm", "decline");
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void whereThereIsOnlySomethingToTakeNoteOfNoWordIsOneOfConsent(Obligations open) {
        assertThat(ACCEPTANCE.labels(open, toAcknowledge("Privacy"), english).values())
                .noneMatch(Words::isOfConsent);
        assertThat(ACCEPTANCE
                        .labels(open, toAcknowledge("隐私政策"), Words.in(Locale.SIMPLIFIED_CHINESE))
                        .values())
                .noneMatch(Words::isOfConsent);
        assertThat(ACCEPTANCE
                        .labels(open, toAcknowledge("プライバシーポリシー"), Words.in(Locale.JAPANESE))
                        .values())
                .noneMatch(Words::isOfConsent);
        assertThat(ACCEPTANCE
                        .labels(open, toAcknowledge("Datenschutzerklärung"), Words.in(Locale.GERMAN))
                        .values())
                .noneMatch(Words::isOfConsent);
    }

    static Stream<Obligations> occasions() {
        return Stream.of(
                owed(notice(null)),
                owed(notice(Decision.ACKNOWLEDGED)),
                owed(obligation(NOTICE, 1, Decision.ACKNOWLEDGED)),
                owed(obligation(NOTICE, 3, Decision.ACKNOWLEDGED)),
                new Obligations(List.of(), List.of(notice(Decision.ACKNOWLEDGED)), List.of()));
    }

    private static Obligation notice(Decision earlier) {
        return obligation(NOTICE, 2, earlier);
    }

    private static DemandTitles toAccept(String... titles) {
        return new DemandTitles(List.of(titles), List.of());
    }

    private static DemandTitles toAcknowledge(String... titles) {
        return new DemandTitles(List.of(), List.of(titles));
    }

    private static Obligations owed(Obligation... required) {
        return new Obligations(List.of(required), List.of(), List.of());
    }

    private static Obligations terms(Decision earlier) {
        return owed(obligation(TERMS, 2, earlier));
    }

    /** @param earlier what was said to the first version; null if nothing was */
    private static Obligation obligation(Agreement agreement, int version, Decision earlier) {
        Standing standing =
                earlier == null ? null : new Standing(agreement.id(), 1, earlier, "zh-Hans", "digest", NOW, "record");
        return new Obligation(agreement, agreement.version(version).orElseThrow(), standing);
    }
}
