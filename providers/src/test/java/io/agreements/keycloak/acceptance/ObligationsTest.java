package io.agreements.keycloak.acceptance;

import static io.agreements.keycloak.fixture.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.AgreementBuilder;
import io.agreements.keycloak.fixture.VersionBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ObligationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    private static final VersionBuilder FIRST = version(1).since(BEFORE);

    /** In force for new users already, but not yet for the others. */
    private static final VersionBuilder ANNOUNCED =
            version(1).published(BEFORE).effective(NOW).enforced(LATER);

    @Test
    void whoNeverDecidedOwesARequiredAgreement() {
        Obligations open = asked(required("terms").versions(FIRST));

        assertThat(open.required()).singleElement().satisfies(owed -> {
            assertThat(owed.agreement().key()).isEqualTo("terms");
            assertThat(owed.version().number()).isEqualTo(1);
            assertThat(owed.standing()).isNull();
        });
        assertThat(open.optional()).isEmpty();
    }

    @Test
    void whoAcceptedTheVersionInForceOwesNothing() {
        assertThat(asked(required("terms").versions(FIRST), on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void aRequiredAgreementIsOwedWhateverElseWasSaidToIt(Decision decision) {
        Standing standing = on("terms", 1, decision);

        assertThat(asked(required("terms").versions(FIRST), standing).required())
                .extracting(Obligation::standing)
                .containsExactly(standing);
    }

    @Test
    void aNewerMaterialVersionIsOwedOnceItIsEnforced() {
        Obligations open =
                asked(required("terms").versions(FIRST, version(2).since(NOW)), on("terms", 1, Decision.ACCEPTED));

        assertThat(versions(open.required())).containsExactly(2);
    }

    @Test
    void aNewerMaterialVersionIsNotOwedBeforeItIsEnforced() {
        VersionBuilder announced =
                version(2).published(BEFORE).effective(BEFORE).enforced(NOW.plusMillis(1));

        assertThat(asked(required("terms").versions(FIRST, announced), on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aNewerEditorialVersionIsNotOwedByWhoAcceptedTheOneBefore() {
        VersionBuilder corrected = version(2).since(BEFORE).editorial();

        assertThat(asked(required("terms").versions(FIRST, corrected), on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aNewerVersionThatWasRetractedIsNotOwed() {
        VersionBuilder mistaken = version(2).since(BEFORE).retracted(NOW);

        assertThat(asked(required("terms").versions(FIRST, mistaken), on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoAcceptedAVersionRetractedSinceOwesNothing() {
        VersionBuilder mistaken = version(2).since(BEFORE).retracted(NOW);

        assertThat(asked(required("terms").versions(FIRST, mistaken), on("terms", 2, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoOwesAVersionIsAskedForTheOneInForce() {
        AgreementBuilder agreement = required("terms")
                .versions(
                        FIRST,
                        version(2).since(BEFORE),
                        version(3).since(BEFORE).editorial(),
                        version(4).published(BEFORE).effective(NOW).enforced(LATER),
                        version(5).since(LATER));

        assertThat(versions(asked(agreement, on("terms", 1, Decision.ACCEPTED)).required()))
                .containsExactly(4);
    }

    @Test
    void whatIsNotInForceIsOwedByNobody() {
        assertThat(asked(required("terms")).isEmpty()).isTrue();
        assertThat(asked(required("terms").versions(version(1))).isEmpty()).isTrue();
        assertThat(asked(required("terms").versions(version(1).since(LATER))).isEmpty())
                .isTrue();
        assertThat(asked(required("terms")
                                .versions(version(1)
                                        .published(BEFORE)
                                        .effective(LATER)
                                        .enforced(LATER)))
                        .isEmpty())
                .isTrue();
        assertThat(asked(required("terms").versions(version(1).since(BEFORE).retracted(NOW)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anOptionalAgreementIsAskedOfWhoNeverDecided() {
        Obligations open = asked(optional("news").versions(FIRST));

        assertThat(open.required()).isEmpty();
        assertThat(keys(open.optional())).containsExactly("news");
    }

    @ParameterizedTest
    @EnumSource
    void anOptionalAgreementIsNotAskedAgainWhateverWasSaidToIt(Decision decision) {
        assertThat(asked(optional("news").versions(FIRST), on("news", 1, decision))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aNewerMaterialVersionOfAnOptionalAgreementIsAskedOnceItIsEnforced(Decision decision) {
        AgreementBuilder agreement = optional("news").versions(FIRST, version(2).since(NOW));

        assertThat(versions(asked(agreement, on("news", 1, decision)).optional()))
                .containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherNewerVersionOfAnOptionalAgreementIsNotAsked(Decision decision) {
        VersionBuilder corrected = version(2).since(BEFORE).editorial();
        VersionBuilder mistaken = version(3).since(BEFORE).retracted(NOW);
        VersionBuilder announced =
                version(4).published(BEFORE).effective(BEFORE).enforced(LATER);

        assertThat(asked(optional("news").versions(FIRST, corrected, mistaken, announced), on("news", 1, decision))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void requiredAndOptionalAreKeptApartInTheOrderOfTheCatalogue() {
        Obligations open = Obligations.of(
                catalogue(
                        optional("news").position(1).versions(FIRST),
                        required("terms").position(2).versions(FIRST),
                        required("privacy").position(1).versions(FIRST),
                        optional("adverts").position(2).versions(FIRST)),
                new Standings(List.of()),
                NOW,
                NOW);

        assertThat(keys(open.required())).containsExactly("privacy", "terms");
        assertThat(keys(open.optional())).containsExactly("news", "adverts");
        assertThat(open.isEmpty()).isFalse();
    }

    @Test
    void aStandingSettlesItsOwnAgreementOnly() {
        Obligations open = Obligations.of(
                catalogue(required("terms").versions(FIRST), required("privacy").versions(FIRST)),
                new Standings(List.of(on("terms", 1, Decision.ACCEPTED))),
                NOW,
                NOW);

        assertThat(keys(open.required())).containsExactly("privacy");
    }

    @Test
    void aNewUserIsAskedForTheVersionInForceBeforeItIsEnforced() {
        VersionBuilder next = version(2).published(BEFORE).effective(NOW).enforced(LATER);

        Obligations open =
                Obligations.ofNewUser(catalogue(required("terms").versions(FIRST, next), optional("news")), NOW);

        assertThat(versions(open.required())).containsExactly(2);
        assertThat(open.optional()).isEmpty();
    }

    @Test
    void whatIsSettledCanStillBeDecided() {
        Standing accepted = on("terms", 1, Decision.ACCEPTED);

        Obligations decidable = Obligations.decidable(
                catalogue(required("terms").versions(FIRST), optional("news").versions(FIRST)),
                new Standings(List.of(accepted)),
                NOW,
                any -> true);

        assertThat(decidable.required()).extracting(Obligation::standing).containsExactly(accepted);
        assertThat(decidable.optional()).extracting(Obligation::standing).containsOnlyNulls();
    }

    @Test
    void whatIsNotInForceCannotBeDecided() {
        Obligations decidable = Obligations.decidable(
                catalogue(required("terms").versions(version(1).since(LATER)), optional("news")),
                new Standings(List.of()),
                NOW,
                any -> true);

        assertThat(decidable.isEmpty()).isTrue();
    }

    @Test
    void onlyWhatMeetsTheConditionCanBeDecided() {
        Obligations decidable = Obligations.decidable(
                catalogue(
                        required("terms").versions(FIRST),
                        required("privacy").versions(FIRST, version(2).since(BEFORE))),
                new Standings(List.of()),
                NOW,
                obligation -> obligation.version().number() == 2);

        assertThat(keys(decidable.required())).containsExactly("privacy");
    }

    @Test
    void whoWasThereBeforeAVersionTookEffectOwesNothingUntilItIsEnforced() {
        Obligations before = asked(required("terms").versions(ANNOUNCED), NOW.minusMillis(1), LATER.minusMillis(1));
        Obligations after = asked(required("terms").versions(ANNOUNCED), NOW.minusMillis(1), LATER);

        assertThat(before.isEmpty()).isTrue();
        assertThat(versions(after.required())).containsExactly(1);
    }

    @Test
    void whoCameWhenAVersionTookEffectOrLaterOwesItAtOnce() {
        Obligations then = asked(required("terms").versions(ANNOUNCED), NOW, NOW);
        Obligations later = asked(required("terms").versions(ANNOUNCED), NOW.plusMillis(1), NOW.plusMillis(1));

        assertThat(versions(then.required())).containsExactly(1);
        assertThat(versions(later.required())).containsExactly(1);
    }

    @Test
    void whoseBeginningIsNotKnownIsTakenForAnOldAccount() {
        Obligations before = asked(required("terms").versions(ANNOUNCED), null, NOW);
        Obligations after = asked(required("terms").versions(ANNOUNCED), null, LATER);

        assertThat(before.isEmpty()).isTrue();
        assertThat(versions(after.required())).containsExactly(1);
    }

    @Test
    void anOldAccountOwesTheVersionInForceOnceAnEarlierOneIsEnforced() {
        VersionBuilder next = version(2).published(BEFORE).effective(NOW).enforced(LATER);

        assertThat(versions(asked(required("terms").versions(FIRST, next), null, NOW)
                        .required()))
                .containsExactly(2);
    }

    @Test
    void anOldAccountOwesNothingOnceTheOnlyVersionEnforcedIsRetracted() {
        VersionBuilder mistaken = version(1).since(BEFORE).retracted(NOW);
        VersionBuilder next = version(2).published(BEFORE).effective(NOW).enforced(LATER);

        assertThat(asked(required("terms").versions(mistaken, next), null, NOW).isEmpty())
                .isTrue();
    }

    @Test
    void anOldAccountIsAskedForAnOptionalAgreementOnceThatIsEnforcedToo() {
        Obligations before = asked(optional("news").versions(ANNOUNCED), BEFORE, NOW);
        Obligations after = asked(optional("news").versions(ANNOUNCED), BEFORE, LATER);

        assertThat(before.isEmpty()).isTrue();
        assertThat(versions(after.optional())).containsExactly(1);
    }

    @Test
    void whatANewAccountHasAcceptedItDoesNotOweAgain() {
        assertThat(asked(required("terms").versions(ANNOUNCED), NOW, LATER, on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whereNothingIsAskedThereIsNothing() {
        assertThat(Obligations.NONE.isEmpty()).isTrue();
    }

    /** What is asked of somebody who has just come. */
    private static Obligations asked(AgreementBuilder agreement, Standing... standings) {
        return asked(agreement, NOW, NOW, standings);
    }

    private static Obligations asked(
            AgreementBuilder agreement, Instant memberSince, Instant now, Standing... standings) {
        return Obligations.of(catalogue(agreement), new Standings(List.of(standings)), memberSince, now);
    }

    private static Catalogue catalogue(AgreementBuilder... agreements) {
        return new Catalogue(
                "revision", Stream.of(agreements).map(AgreementBuilder::build).toList());
    }

    private static Standing on(String key, int version, Decision decision) {
        Agreement agreement = required(key).build();
        return new Standing(agreement.id(), version, decision, "zh-Hans", "digest", BEFORE, "record");
    }

    private static List<Integer> versions(List<Obligation> obligations) {
        return obligations.stream().map(open -> open.version().number()).toList();
    }

    private static List<String> keys(List<Obligation> obligations) {
        return obligations.stream().map(open -> open.agreement().key()).toList();
    }
}
