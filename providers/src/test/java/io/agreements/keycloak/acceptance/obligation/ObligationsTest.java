package io.agreements.keycloak.acceptance.obligation;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ObligationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(60));

    private static final VersionBuilder FIRST = version(1).since(BEFORE);

    /** In force for new users already, but not yet for the others. */
    private static final VersionBuilder ANNOUNCED =
            version(1).published(BEFORE).effective(NOW).enforced(LATER);

    /** Can be accepted already, but is not in force yet for anybody. */
    private static final VersionBuilder TO_COME =
            version(1).published(BEFORE).effective(LATER).enforced(LATER);

    @Test
    void whatAnAdministratorAsksForAgainIsOwedAndNoLongerAffirmed() {
        Agreement terms = required("terms").versions(FIRST).build();
        Standing accepted = on("terms", 1, Decision.ACCEPTED);
        Standings good = new Standings(List.of(accepted));
        Standings asked = new Standings(List.of(accepted.toRenew(new RenewalRequest(NOW, "Why not.", "admin"))));
        Catalogue catalogue = new Catalogue("r1", List.of(terms));
        Subject subject = new Subject(BEFORE, "app", role -> false);

        assertThat(Obligations.of(catalogue, good, subject, NOW).required()).isEmpty();
        assertThat(Obligations.of(catalogue, asked, subject, NOW).required())
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.isRenewal()).isTrue();
                    assertThat(owed.renewalReason()).contains("Why not.");
                });
        assertThat(Obligations.isAffirmed(terms, asked, NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void whatWasNotAcceptedMayBeAskedAgain(Decision decision) {
        Agreement news = optional("news").versions(FIRST).build();
        Standing standing = on("news", 1, decision);

        assertThat(Obligations.onRequest(news, new Standings(List.of(standing)), NOW))
                .hasValueSatisfying(question -> assertThat(question.standing()).isEqualTo(standing));
        assertThat(Obligations.onRequest(news, new Standings(List.of()), NOW)).isPresent();
        assertThat(Obligations.isAffirmed(news, new Standings(List.of(standing)), NOW))
                .isFalse();
    }

    @Test
    void whatWasAcceptedIsNotAskedAgainWhileThatHolds() {
        Standings standings = new Standings(List.of(on("news", 1, Decision.ACCEPTED)));
        Agreement news = optional("news").versions(FIRST).build();
        Agreement changed =
                optional("news").versions(FIRST, version(2).since(NOW)).build();

        assertThat(Obligations.onRequest(news, standings, NOW)).isEmpty();
        assertThat(Obligations.isAffirmed(news, standings, NOW)).isTrue();
        assertThat(Obligations.onRequest(changed, standings, NOW))
                .hasValueSatisfying(
                        question -> assertThat(question.version().number()).isEqualTo(2));
        assertThat(Obligations.isAffirmed(changed, standings, NOW)).isFalse();
    }

    @Test
    void whatIsNotInForceIsNotAskedAgain() {
        Agreement news = optional("news").versions(TO_COME).build();

        assertThat(Obligations.onRequest(news, new Standings(List.of()), NOW)).isEmpty();
    }

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
    void whatIsOnlyToBeTakenNoteOfIsOwedUntilItIs() {
        AgreementBuilder privacy = acknowledgement("privacy").renewedAfter(60).versions(FIRST);

        assertThat(asked(privacy).isToAcknowledge()).isTrue();
        assertThat(asked(privacy, on("privacy", 1, Decision.ACKNOWLEDGED)).isEmpty())
                .isTrue();
        assertThat(asked(privacy, on("privacy", 1, Decision.ACCEPTED)).required())
                .hasSize(1);
        assertThat(versions(asked(
                                acknowledgement("privacy")
                                        .versions(FIRST, version(2).since(NOW)),
                                on("privacy", 1, Decision.ACKNOWLEDGED))
                        .required()))
                .containsExactly(2);
    }

    @Test
    void toHaveTakenNoteIsNotEnoughWhereSomethingIsToBeAccepted() {
        Obligations open = asked(required("terms").versions(FIRST), on("terms", 1, Decision.ACKNOWLEDGED));

        assertThat(versions(open.required())).containsExactly(1);
        assertThat(open.isToAcknowledge()).isFalse();
    }

    @Test
    void aNewerMaterialVersionIsOwedOnceItIsEnforced() {
        Obligations open =
                asked(required("terms").versions(FIRST, version(2).since(NOW)), on("terms", 1, Decision.ACCEPTED));

        assertThat(versions(open.required())).containsExactly(2);
    }

    @Test
    void aNewerMaterialVersionIsNotOwedBeforeItIsEnforced() {
        Obligations open = asked(
                required("terms")
                        .versions(
                                FIRST,
                                version(2).published(BEFORE).effective(BEFORE).enforced(NOW.plusMillis(1))),
                on("terms", 1, Decision.ACCEPTED));

        assertThat(open.required()).isEmpty();
    }

    @Test
    void whoAcceptedAnEarlierVersionIsOfferedANewerMaterialOneUntilItIsEnforced() {
        Standing standing = on("terms", 1, Decision.ACCEPTED);
        AgreementBuilder agreement = required("terms")
                .versions(FIRST, version(2).published(NOW).effective(LATER).enforced(MUCH_LATER));

        assertThat(asked(agreement, BEFORE, NOW.minusMillis(1), standing).isEmpty())
                .isTrue();
        for (Instant moment : List.of(NOW, LATER, MUCH_LATER.minusMillis(1))) {
            Obligations open = asked(agreement, BEFORE, moment, standing);
            assertThat(open.required()).isEmpty();
            assertThat(versions(open.offered())).containsExactly(2);
            assertThat(open.offered()).extracting(Obligation::standing).containsExactly(standing);
        }
        assertThat(versions(asked(agreement, BEFORE, MUCH_LATER, standing).required()))
                .containsExactly(2);
        assertThat(asked(agreement, BEFORE, MUCH_LATER, standing).offered()).isEmpty();
    }

    @Test
    void whatIsOfferedIsTheNewestOpenVersionEvenIfThatIsEditorial() {
        AgreementBuilder agreement = required("terms")
                .versions(
                        FIRST,
                        version(2).published(BEFORE).effective(LATER).enforced(LATER),
                        version(3)
                                .published(BEFORE)
                                .effective(LATER)
                                .enforced(LATER)
                                .editorial(),
                        version(4).since(LATER));

        assertThat(versions(asked(agreement, on("terms", 1, Decision.ACCEPTED)).offered()))
                .containsExactly(3);
    }

    @Test
    void whoAcceptedAheadOfTimeIsAskedNothingBeforeNorAfterwards() {
        AgreementBuilder agreement = required("terms")
                .versions(FIRST, version(2).published(BEFORE).effective(NOW).enforced(LATER));
        Standing standing = on("terms", 2, Decision.ACCEPTED);

        for (Instant moment : List.of(NOW.minusMillis(1), NOW, LATER)) {
            assertThat(asked(agreement, BEFORE, moment, standing).isEmpty()).isTrue();
        }
    }

    @Test
    void anEditorialVersionIsNotOfferedToWhoAcceptedTheOneBefore() {
        VersionBuilder corrected =
                version(2).published(BEFORE).effective(LATER).enforced(LATER).editorial();

        assertThat(asked(required("terms").versions(FIRST, corrected), on("terms", 1, Decision.ACCEPTED))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aRetractedVersionIsOfferedToNobody() {
        VersionBuilder mistaken =
                version(2).published(BEFORE).effective(LATER).enforced(LATER).retracted(NOW);
        AgreementBuilder agreement = required("terms").versions(FIRST, mistaken);
        Standing standing = on("terms", 1, Decision.ACCEPTED);

        assertThat(versions(
                        asked(agreement, BEFORE, NOW.minusMillis(1), standing).offered()))
                .containsExactly(2);
        assertThat(asked(agreement, BEFORE, NOW, standing).isEmpty()).isTrue();
    }

    @Test
    void whoNeverDecidedOwesTheVersionBeforeOnceTheNewestIsRetracted() {
        Obligations open =
                asked(required("terms").versions(FIRST, version(2).since(BEFORE).retracted(NOW)));

        assertThat(versions(open.required())).containsExactly(1);
        assertThat(open.offered()).isEmpty();
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
    void whoAcceptedAVersionRetractedSinceAndNeverTheOneBeforeOwesThat() {
        AgreementBuilder agreement =
                required("terms").versions(FIRST, version(2).since(BEFORE).retracted(NOW));
        Standing standing = on("terms", 2, Decision.ACCEPTED);

        Obligation owed = asked(agreement, standing).required().get(0);

        assertThat(owed.version().number()).isEqualTo(1);
        assertThat(owed.standing()).isNull();
        assertThat(owed.latest()).isEqualTo(standing);
        assertThat(owed.isChange()).isFalse();
        assertThat(owed.isRenewal()).isFalse();
        assertThat(asked(agreement, BEFORE, NOW.minusMillis(1), standing).isEmpty())
                .isTrue();
    }

    @Test
    void whoAcceptedAVersionRetractedSinceAndTheOneInForceBeforeOwesNothing() {
        Catalogue catalogue = catalogue(
                required("terms").versions(FIRST, version(2).since(BEFORE).retracted(NOW)));
        Standings standings = new Standings(List.of(on("terms", 2, Decision.ACCEPTED)))
                .fallingBack(catalogue, NOW, agreement -> Optional.of(on("terms", 1, Decision.ACCEPTED)));

        assertThat(Obligations.of(catalogue, standings, since(NOW), NOW).isEmpty())
                .isTrue();
        assertThat(Obligations.isAffirmed(catalogue.agreements().get(0), standings, NOW))
                .isTrue();
    }

    @Test
    void whatWasAcceptedOfAnOptionalAgreementAndRetractedSinceIsAskedInTheVersionBefore() {
        AgreementBuilder agreement =
                optional("news").versions(FIRST, version(2).since(BEFORE).retracted(NOW));

        assertThat(versions(asked(agreement, on("news", 2, Decision.ACCEPTED)).optional()))
                .containsExactly(1);
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
        assertThat(asked(required("terms").versions(TO_COME)).required()).isEmpty();
        assertThat(asked(required("terms").versions(version(1).since(BEFORE).retracted(NOW)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsNotInForceIsOfferedAsSoonAsItIsPublished() {
        assertThat(versions(asked(required("terms").versions(TO_COME)).offered()))
                .containsExactly(1);
        assertThat(asked(optional("news").versions(TO_COME)).isEmpty()).isTrue();
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
    void whatIsOwedOfferedAndOptionalIsKeptApartInTheOrderOfTheCatalogue() {
        Obligations open = Obligations.of(
                catalogue(
                        optional("news").position(1).versions(FIRST),
                        required("terms").position(2).versions(FIRST),
                        required("rules").position(4).versions(TO_COME),
                        required("imprint").position(3).versions(TO_COME),
                        required("privacy").position(1).versions(FIRST),
                        optional("adverts").position(2).versions(FIRST)),
                new Standings(List.of()),
                since(NOW),
                NOW);

        assertThat(keys(open.required())).containsExactly("privacy", "terms");
        assertThat(keys(open.offered())).containsExactly("imprint", "rules");
        assertThat(keys(open.optional())).containsExactly("news", "adverts");
        assertThat(open.isEmpty()).isFalse();
    }

    @Test
    void aStandingSettlesItsOwnAgreementOnly() {
        Obligations open = Obligations.of(
                catalogue(required("terms").versions(FIRST), required("privacy").versions(FIRST)),
                new Standings(List.of(on("terms", 1, Decision.ACCEPTED))),
                since(NOW),
                NOW);

        assertThat(keys(open.required())).containsExactly("privacy");
    }

    @Test
    void aNewUserIsAskedForTheVersionInForceBeforeItIsEnforced() {
        VersionBuilder next = version(2).published(BEFORE).effective(NOW).enforced(LATER);

        Obligations open = Obligations.ofNewUser(
                catalogue(required("terms").versions(FIRST, next), optional("news")), "shop", role -> false, NOW);

        assertThat(versions(open.required())).containsExactly(2);
        assertThat(open.offered()).isEmpty();
        assertThat(open.optional()).isEmpty();
    }

    @Test
    void aNewUserIsOfferedNothingAheadOfItsTime() {
        assertThat(Obligations.ofNewUser(catalogue(required("terms").versions(TO_COME)), "shop", role -> false, NOW))
                .isEqualTo(Obligations.NONE);
    }

    @Test
    void aNewUserIsAskedWhatConcernsTheClientAndTheRoles() {
        Catalogue catalogue = catalogue(
                required("for-shop").forClients("shop").versions(FIRST),
                required("for-blog").forClients("blog").versions(FIRST),
                required("for-sellers").forRole("seller").versions(FIRST),
                required("for-buyers").forRole("buyer").versions(FIRST));

        assertThat(keys(Obligations.ofNewUser(catalogue, "shop", "buyer"::equals, NOW)
                        .required()))
                .containsExactly("for-buyers", "for-shop");
    }

    @Test
    void whatIsForOthersIsNeitherOwedNorOfferedNorAsked() {
        Catalogue catalogue = catalogue(
                required("terms").forClients("shop").versions(FIRST),
                required("rules").forClients("shop").versions(TO_COME),
                optional("news").forClients("shop").versions(FIRST));

        Obligations ofShop =
                Obligations.of(catalogue, new Standings(List.of()), new Subject(NOW, "shop", role -> false), NOW);
        Obligations ofBlog =
                Obligations.of(catalogue, new Standings(List.of()), new Subject(NOW, "blog", role -> true), NOW);

        assertThat(keys(ofShop.required())).containsExactly("terms");
        assertThat(keys(ofShop.offered())).containsExactly("rules");
        assertThat(keys(ofShop.optional())).containsExactly("news");
        assertThat(ofBlog).isEqualTo(Obligations.NONE);
    }

    @Test
    void whatIsForARoleIsAskedOfWhoHoldsIt() {
        Catalogue catalogue = catalogue(required("terms").forRole("seller").versions(FIRST));

        assertThat(keys(Obligations.of(
                                catalogue, new Standings(List.of()), new Subject(NOW, "shop", "seller"::equals), NOW)
                        .required()))
                .containsExactly("terms");
        assertThat(Obligations.of(catalogue, new Standings(List.of()), since(NOW), NOW))
                .isEqualTo(Obligations.NONE);
    }

    @Test
    void whatIsSettledCanStillBeDecided() {
        Standing accepted = on("terms", 1, Decision.ACCEPTED);

        List<Obligation> decidable = Obligations.requiredAndOpen(
                catalogue(required("terms").versions(FIRST), required("privacy").versions(FIRST)),
                new Standings(List.of(accepted)),
                NOW,
                any -> true);

        assertThat(keys(decidable)).containsExactly("privacy", "terms");
        assertThat(decidable).extracting(Obligation::standing).containsExactly(null, accepted);
    }

    @Test
    void whatIsOptionalIsNotAmongWhatCanBeDecided() {
        List<Obligation> decidable = Obligations.requiredAndOpen(
                catalogue(required("terms").versions(FIRST), optional("news").versions(FIRST)),
                new Standings(List.of()),
                NOW,
                any -> true);

        assertThat(keys(decidable)).containsExactly("terms");
    }

    @Test
    void whatIsNotOpenCannotBeDecided() {
        List<Obligation> decidable = Obligations.requiredAndOpen(
                catalogue(
                        required("terms").versions(version(1).since(BEFORE).retracted(NOW)),
                        required("rules").versions(version(1)),
                        required("privacy")),
                new Standings(List.of()),
                NOW,
                any -> true);

        assertThat(decidable).isEmpty();
    }

    @Test
    void onlyWhatMeetsTheConditionCanBeDecided() {
        List<Obligation> decidable = Obligations.requiredAndOpen(
                catalogue(
                        required("terms").versions(FIRST),
                        required("privacy").versions(FIRST, version(2).since(BEFORE))),
                new Standings(List.of()),
                NOW,
                obligation -> obligation.version().number() == 2);

        assertThat(keys(decidable)).containsExactly("privacy");
    }

    @Test
    void whoWasThereBeforeAVersionTookEffectOwesNothingUntilItIsEnforced() {
        Obligations before = asked(required("terms").versions(ANNOUNCED), NOW.minusMillis(1), LATER.minusMillis(1));
        Obligations after = asked(required("terms").versions(ANNOUNCED), NOW.minusMillis(1), LATER);

        assertThat(before.required()).isEmpty();
        assertThat(versions(after.required())).containsExactly(1);
    }

    @Test
    void whoWasThereBeforeIsOfferedTheNewestOpenVersionUntilOneIsEnforced() {
        AgreementBuilder agreement = required("terms")
                .versions(
                        ANNOUNCED,
                        version(2).published(NOW).effective(MUCH_LATER).enforced(MUCH_LATER));

        assertThat(versions(asked(agreement, BEFORE, NOW).offered())).containsExactly(2);
        assertThat(versions(asked(agreement, BEFORE, LATER).required())).containsExactly(1);
        assertThat(asked(agreement, BEFORE, LATER).offered()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void anOldAccountThatSaidNoOwesTheVersionInForceBeforeItIsEnforced(Decision decision) {
        Obligations open = asked(required("terms").versions(ANNOUNCED), BEFORE, NOW, on("terms", 1, decision));

        assertThat(versions(open.required())).containsExactly(1);
        assertThat(open.offered()).isEmpty();
    }

    @Test
    void whoCameWhenAVersionTookEffectOrLaterOwesItAtOnce() {
        Obligations then = asked(required("terms").versions(ANNOUNCED), NOW, NOW);
        Obligations later = asked(required("terms").versions(ANNOUNCED), NOW.plusMillis(1), NOW.plusMillis(1));

        assertThat(versions(then.required())).containsExactly(1);
        assertThat(versions(later.required())).containsExactly(1);
    }

    @Test
    void whoCameAfterAnEarlierVersionTookEffectOwesTheOneInForceThoughNoneIsEnforced() {
        AgreementBuilder agreement = required("terms")
                .versions(
                        version(1).published(BEFORE).effective(NOW).enforced(MUCH_LATER),
                        version(2).published(BEFORE).effective(LATER).enforced(MUCH_LATER));

        assertThat(versions(asked(agreement, NOW, LATER).required())).containsExactly(2);
        assertThat(asked(agreement, NOW.minusMillis(1), LATER).required()).isEmpty();
    }

    @Test
    void whoCameUnderAVersionRetractedSinceOwesNothingUntilTheNextIsEnforced() {
        AgreementBuilder agreement = required("terms")
                .versions(
                        version(1)
                                .published(BEFORE)
                                .effective(BEFORE)
                                .enforced(MUCH_LATER)
                                .retracted(NOW),
                        version(2).published(BEFORE).effective(LATER).enforced(MUCH_LATER));

        assertThat(asked(agreement, BEFORE, LATER).required()).isEmpty();
        assertThat(versions(asked(agreement, BEFORE, LATER).offered())).containsExactly(2);
    }

    @Test
    void whoseBeginningIsNotKnownIsTakenForAnOldAccount() {
        Obligations before = asked(required("terms").versions(ANNOUNCED), null, NOW);
        Obligations after = asked(required("terms").versions(ANNOUNCED), null, LATER);

        assertThat(before.required()).isEmpty();
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

        Obligations open = asked(required("terms").versions(mistaken, next), null, NOW);

        assertThat(open.required()).isEmpty();
        assertThat(versions(open.offered())).containsExactly(2);
    }

    @Test
    void anOldAccountIsAskedForAnOptionalAgreementOnceThatIsInForceWhetherEnforcedOrNot() {
        Obligations before = asked(optional("news").versions(ANNOUNCED), BEFORE, NOW.minusMillis(1));
        Obligations inForce = asked(optional("news").versions(ANNOUNCED), BEFORE, NOW);
        Obligations enforced = asked(optional("news").versions(ANNOUNCED), BEFORE, LATER);

        assertThat(before.isEmpty()).isTrue();
        assertThat(versions(inForce.optional())).containsExactly(1);
        assertThat(versions(enforced.optional())).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAnOptionalAgreementSettlesItBeforeItIsEnforcedToo(Decision decision) {
        assertThat(asked(optional("news").versions(ANNOUNCED), BEFORE, NOW, on("news", 1, decision))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anAcceptanceIsOwedAgainFromTheMomentItsDaysAreOver() {
        Standing standing = on("terms", 1, Decision.ACCEPTED);
        AgreementBuilder agreement = required("terms").renewedAfter(30).versions(FIRST);

        assertThat(asked(agreement, BEFORE, NOW.minusMillis(1), standing).isEmpty())
                .isTrue();
        assertThat(asked(agreement, BEFORE, NOW, standing).required())
                .singleElement()
                .satisfies(owed -> assertThat(owed.isRenewal()).isTrue());
    }

    @Test
    void whoHasToRenewOwesTheVersionInForceAndIsOfferedNoOther() {
        VersionBuilder announced = version(2).published(BEFORE).effective(LATER).enforced(LATER);

        Obligations open =
                asked(required("terms").renewedAfter(30).versions(FIRST, announced), on("terms", 1, Decision.ACCEPTED));

        assertThat(versions(open.required())).containsExactly(1);
        assertThat(open.offered()).isEmpty();
    }

    @Test
    void whoAcceptedAheadOfTimeRenewsThatVersionUnlessItWasRetracted() {
        VersionBuilder ahead = version(2).published(BEFORE).effective(LATER).enforced(LATER);
        Standing standing = on("terms", 2, Decision.ACCEPTED);

        assertThat(versions(asked(required("terms").renewedAfter(30).versions(FIRST, ahead), standing)
                        .required()))
                .containsExactly(2);
        assertThat(versions(asked(required("terms").renewedAfter(30).versions(FIRST, ahead.retracted(NOW)), standing)
                        .required()))
                .containsExactly(1);
    }

    @Test
    void anOptionalAcceptanceIsAskedAgainFromTheMomentItsDaysAreOver() {
        Standing standing = on("news", 1, Decision.ACCEPTED);
        AgreementBuilder agreement = optional("news").renewedAfter(30).versions(FIRST);

        assertThat(asked(agreement, BEFORE, NOW.minusMillis(1), standing).isEmpty())
                .isTrue();
        assertThat(versions(asked(agreement, BEFORE, NOW, standing).optional())).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void aRefusalOfAnOptionalAgreementNeedNotBeRenewed(Decision decision) {
        assertThat(asked(optional("news").renewedAfter(1).versions(FIRST), on("news", 1, decision))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsOwedIsDemandedAndOnlyWhereNothingIsWhatIsOffered() {
        Obligation owed = asked(required("terms").versions(FIRST)).required().get(0);
        Obligation offered =
                asked(required("rules").versions(TO_COME)).offered().get(0);
        Obligation question = asked(optional("news").versions(FIRST)).optional().get(0);

        assertThat(new Obligations(List.of(owed), List.of(offered), List.of(question)).demanded())
                .containsExactly(owed);
        assertThat(new Obligations(List.of(), List.of(offered), List.of(question)).demanded())
                .containsExactly(offered);
        assertThat(new Obligations(List.of(), List.of(), List.of(question)).demanded())
                .isEmpty();
    }

    @Test
    void anOfferAloneIsSomethingAsked() {
        assertThat(asked(required("terms").versions(TO_COME)).isEmpty()).isFalse();
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
        Catalogue catalogue = catalogue(agreement);
        Standings decided =
                new Standings(List.of(standings)).fallingBack(catalogue, now, nothingBefore -> Optional.empty());
        return Obligations.of(catalogue, decided, since(memberSince), now);
    }

    /** Somebody without any role who signs in to the shop. */
    private static Subject since(Instant memberSince) {
        return new Subject(memberSince, "shop", role -> false);
    }

    private static Catalogue catalogue(AgreementBuilder... agreements) {
        return new Catalogue(
                "revision", Stream.of(agreements).map(AgreementBuilder::build).toList());
    }

    /** A decision of thirty days ago. */
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
