package io.agreements.keycloak.audit;

import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.audit.count.AgeCount;
import io.agreements.keycloak.audit.count.DecisionCount;
import io.agreements.keycloak.audit.count.DeletionCount;
import io.agreements.keycloak.audit.count.DisclosureCount;
import io.agreements.keycloak.audit.count.ErasureCount;
import io.agreements.keycloak.audit.count.ExecutionCount;
import io.agreements.keycloak.audit.count.RecordCount;
import io.agreements.keycloak.audit.count.RestrictionCount;
import io.agreements.keycloak.audit.count.WaitingCount;
import io.agreements.keycloak.audit.count.WithdrawalCount;
import io.agreements.keycloak.audit.figure.Figure;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Section;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.ledger.details.ErasureDetails.Reason;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.keycloak.ledger.retention.RetentionRuns.Summary;
import io.agreements.keycloak.statistics.AgeBand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditReportTest {

    private static final Instant SPRING = Instant.parse("2025-04-01T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void everyFigureHasAValueOrAReasonAndSaysFromWhatItWasCounted() {
        AuditReport report = AuditReport.of(new FactsBuilder().build());

        assertThat(report.figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.counted().source()).isNotNull());
        assertThat(report.figures().stream().map(figure -> figure.name().section()))
                .contains(Section.values())
                .isSorted();
    }

    @Test
    void versionsAreThoseThatCouldBeReadOrWereInForceInTheYear() {
        Instant before = Instant.parse("2023-01-01T00:00:00Z");
        AuditReport report = AuditReport.of(new FactsBuilder()
                .agreements(
                        AgreementBuilder.required("terms")
                                .versions(
                                        version(1).since(before),
                                        version(2).since(before.plusSeconds(1)),
                                        version(3).since(SPRING).retracted(SPRING.plusSeconds(60)),
                                        version(4).since(FactsBuilder.NOW),
                                        version(5)),
                        AgreementBuilder.optional("news").versions(version(1)))
                .build());

        assertThat(value(report, FigureName.AGREEMENTS)).isEqualTo(1L);
        assertThat(value(report, FigureName.VERSIONS_PUBLISHED)).isEqualTo(1L);
        assertThat(told(report, FigureName.PUBLISHED_AT))
                .containsExactly("terms 2: " + before.plusSeconds(1), "terms 3: " + SPRING);
        assertThat(told(report, FigureName.RETRACTED_AT)).containsExactly("terms 3: " + SPRING.plusSeconds(60));
        assertThat(told(report, FigureName.REQUIREMENT)).containsExactly("terms: REQUIRED");
    }

    @Test
    void decisionsAreAddedUpButThoseFromElsewhere() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .decisions(
                        new DecisionCount("terms", 1, Decision.ACCEPTED, false, 12, 11),
                        new DecisionCount("terms", 1, Decision.DECLINED, false, 3, 3),
                        new DecisionCount("terms", 1, Decision.ACCEPTED, true, 400, 400))
                .build());

        assertThat(told(report, FigureName.DECISIONS))
                .containsExactly(
                        ": 15", "terms 1 ACCEPTED: 12", "terms 1 DECLINED: 3", "terms 1 ACCEPTED IMPORTED: 400");
        assertThat(told(report, FigureName.DECIDING_USERS))
                .containsExactly("terms 1 ACCEPTED: 11", "terms 1 DECLINED: 3", "terms 1 ACCEPTED IMPORTED: 400");
    }

    @Test
    void withdrawalsSayHowFastTheyTookEffectAndHowLongConsentHadLasted() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .withdrawals(
                        new WithdrawalCount("news", 10, 9, 9, 2300, 1, 2, 3),
                        new WithdrawalCount("ads", 5, 5, 5, 40, 0, 5, 0))
                .build());

        assertThat(told(report, FigureName.WITHDRAWALS)).containsExactly(": 15", "news: 10", "ads: 5");
        assertThat(value(report, FigureName.WITHDRAWN_AT_ONCE)).isEqualTo(14L);
        assertThat(value(report, FigureName.LONGEST_WITHDRAWAL)).hasToString("2.3");
        assertThat(value(report, FigureName.GIVEN_WITHIN_DAY)).isEqualTo(1L);
        assertThat(value(report, FigureName.GIVEN_WITHIN_MONTH)).isEqualTo(7L);
        assertThat(value(report, FigureName.GIVEN_EARLIER)).isEqualTo(3L);
        assertThat(value(report, FigureName.GIVEN_UNKNOWN)).isEqualTo(4L);
    }

    @Test
    void deletionsSayWhoAskedAndHowLongItTook() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .deletions(
                        new DeletionCount(Stage.REQUESTED, ActorKind.USER, 8),
                        new DeletionCount(Stage.REQUESTED, ActorKind.ADMINISTRATOR, 1),
                        new DeletionCount(Stage.CANCELLED, ActorKind.USER, 2),
                        new DeletionCount(Stage.EXECUTED, ActorKind.SCHEDULE, 6),
                        new DeletionCount(Stage.EXECUTED, ActorKind.ADMINISTRATOR, 4),
                        new DeletionCount(Stage.MISSING, ActorKind.SCHEDULE, 3))
                .executions(
                        new ExecutionCount(true, 5, DAY / 2, 40 * DAY, 60 * DAY, 1, 2, 1, 0),
                        new ExecutionCount(false, 1, 30 * DAY, 30 * DAY, 30 * DAY, 0, 0, 0, 1))
                .waiting(new WaitingCount(7, 2, 1))
                .build());

        assertThat(told(report, FigureName.DELETION_REQUESTS)).containsExactly("USER: 8", "ADMINISTRATOR: 1");
        assertThat(told(report, FigureName.DELETIONS_EXECUTED))
                .containsExactly("USER: 0", "ADMINISTRATOR: 4", "SCHEDULE: 6");
        assertThat(told(report, FigureName.DELETED_AFTER_REQUEST)).containsExactly("USER: 5", "ADMINISTRATOR: 1");
        assertThat(value(report, FigureName.DELETED_WITHOUT_REQUEST)).isEqualTo(4L);
        assertThat(value(report, FigureName.ACCOUNTS_MISSING)).isEqualTo(3L);
        assertThat(value(report, FigureName.SHORTEST_DELETION)).hasToString("0.5");
        assertThat(value(report, FigureName.AVERAGE_DELETION)).hasToString("12");
        assertThat(value(report, FigureName.LONGEST_DELETION)).hasToString("40");
        assertThat(value(report, FigureName.DELETED_WITHIN_7_DAYS)).isEqualTo(2L);
        assertThat(value(report, FigureName.DELETED_LATER)).isEqualTo(1L);
        assertThat(value(report, FigureName.REQUESTS_WAITING)).isEqualTo(7L);
        assertThat(value(report, FigureName.REQUESTS_OVERDUE)).isEqualTo(1L);
    }

    @Test
    void whatNeverHappenedTookNoTime() {
        AuditReport report = AuditReport.of(new FactsBuilder().build());

        assertThat(gap(report, FigureName.AVERAGE_DELETION)).isEqualTo(Gap.NOTHING_TO_TELL_FROM);
        assertThat(gap(report, FigureName.LONGEST_WITHDRAWAL)).isEqualTo(Gap.NOTHING_TO_TELL_FROM);
        assertThat(value(report, FigureName.DELETED_LATER)).isEqualTo(0L);
    }

    @Test
    void disclosuresAreToldForEveryGround() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .disclosures(new DisclosureCount(DisclosureGround.LAW, 2, 30, 4))
                .build());

        assertThat(told(report, FigureName.DISCLOSURES))
                .hasSize(DisclosureGround.values().length)
                .contains("LAW: 2", "EMERGENCY: 0");
        assertThat(told(report, FigureName.USERS_CONCERNED)).containsExactly("LAW: 30");
        assertThat(told(report, FigureName.USERS_NOT_TOLD)).containsExactly("LAW: 4");
    }

    @Test
    void restrictionsAreToldByKindAndGroundAndAppealsByWhatCameOfThem() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .restrictions(
                        new RestrictionCount(
                                RestrictionKind.NOTICE, 6, 1, 0, 2, 3, 0, 0, 0, Map.of(RestrictionGround.RUMOURS, 3L)),
                        new RestrictionCount(
                                RestrictionKind.SUSPENSION,
                                4,
                                0,
                                2,
                                0,
                                0,
                                3,
                                1,
                                1,
                                Map.of(RestrictionGround.RUMOURS, 1L, RestrictionGround.DEFAMATION, 4L)))
                .appealsWaiting(1)
                .build());

        assertThat(told(report, FigureName.RESTRICTIONS))
                .containsExactly("NOTICE: 6", "SUSPENSION: 4", "TERMINATION: 0");
        assertThat(told(report, FigureName.RESTRICTIONS_BY_GROUND))
                .hasSize(RestrictionGround.values().length)
                .contains("RUMOURS: 4", "DEFAMATION: 4", "CULTS: 0");
        assertThat(value(report, FigureName.NOTICES_CORRECTED)).isEqualTo(2L);
        assertThat(value(report, FigureName.NOTICES_MISSED)).isEqualTo(3L);
        assertThat(value(report, FigureName.APPEALS)).isEqualTo(3L);
        assertThat(value(report, FigureName.APPEALS_UPHELD)).isEqualTo(1L);
        assertThat(value(report, FigureName.APPEALS_REJECTED)).isEqualTo(1L);
        assertThat(value(report, FigureName.APPEALS_WAITING)).isEqualTo(1L);
    }

    @Test
    void agesSayOfHowManyNothingIsKnown() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .ages(
                        new AgeCount(AgeBand.UNDER_14, true, 2),
                        new AgeCount(AgeBand.FROM_14_TO_17, true, 3),
                        new AgeCount(AgeBand.FROM_18_TO_24, true, 5),
                        new AgeCount(AgeBand.FROM_65, true, 7),
                        new AgeCount(null, true, 11),
                        new AgeCount(null, false, 13))
                .goneSince(
                        new DeletionCount(Stage.EXECUTED, ActorKind.USER, 4),
                        new DeletionCount(Stage.MISSING, ActorKind.SCHEDULE, 1),
                        new DeletionCount(Stage.REQUESTED, ActorKind.USER, 9))
                .build());

        assertThat(value(report, FigureName.USERS)).isEqualTo(41L);
        assertThat(value(report, FigureName.USERS_UNDER_14)).isEqualTo(2L);
        assertThat(value(report, FigureName.USERS_14_TO_17)).isEqualTo(3L);
        assertThat(value(report, FigureName.USERS_18_AND_OLDER)).isEqualTo(12L);
        assertThat(value(report, FigureName.BIRTHDATE_UNREADABLE)).isEqualTo(11L);
        assertThat(value(report, FigureName.NO_BIRTHDATE)).isEqualTo(13L);
        assertThat(value(report, FigureName.GONE_SINCE)).isEqualTo(5L);
    }

    @Test
    void withoutAnAttributeNoAgeIsToldAndNoneIsZero() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .withoutBirthdates()
                .ages(new AgeCount(null, false, 13))
                .build());

        assertThat(value(report, FigureName.USERS)).isEqualTo(13L);
        assertThat(gap(report, FigureName.USERS_UNDER_14)).isEqualTo(Gap.NO_BIRTHDATE_ATTRIBUTE);
        assertThat(gap(report, FigureName.USERS_14_TO_17)).isEqualTo(Gap.NO_BIRTHDATE_ATTRIBUTE);
    }

    @Test
    void daysWithoutARunAreTheOthersSinceRunsAreNoted() {
        AuditReport whole = AuditReport.of(new FactsBuilder()
                .runs(LocalDate.of(2024, 6, 1), new Summary(360, 8600, 12, SPRING))
                .build());
        AuditReport inPart = AuditReport.of(new FactsBuilder()
                .runs(LocalDate.of(2025, 12, 1), new Summary(30, 700, 0, SPRING))
                .build());

        assertThat(value(whole, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(5L);
        assertThat(value(whole, FigureName.CONNECTIONS_ERASED)).isEqualTo(12L);
        assertThat(value(inPart, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(1L);
    }

    @Test
    void todayIsADayWithoutARunInNoYearThatGoesOnButCountsOnceThereWasOne() {
        Instant yesterday = FactsBuilder.NOW.minus(Duration.ofDays(1));
        AuditReport before = AuditReport.of(new FactsBuilder()
                .year(2026)
                .runs(LocalDate.of(2024, 6, 1), new Summary(14, 300, 0, yesterday))
                .build());
        AuditReport after = AuditReport.of(new FactsBuilder()
                .year(2026)
                .runs(LocalDate.of(2024, 6, 1), new Summary(14, 300, 0, FactsBuilder.NOW))
                .build());
        AuditReport never = AuditReport.of(new FactsBuilder()
                .year(2026)
                .runs(LocalDate.of(2024, 6, 1), new Summary(0, 0, 0, null))
                .build());

        assertThat(value(before, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(0L);
        assertThat(value(after, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(1L);
        assertThat(value(never, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(14L);
    }

    @Test
    void runsThatWereNotNotedAreNotZero() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .runs(LocalDate.of(2026, 1, 1), new Summary(0, 0, 0, null))
                .erasures(new ErasureCount(Reason.RETENTION, 4), new ErasureCount(Reason.DELETION, 6))
                .build());

        assertThat(gap(report, FigureName.RETENTION_RUNS)).isEqualTo(Gap.NOT_NOTED_THEN);
        assertThat(gap(report, FigureName.DAYS_WITHOUT_RUN)).isEqualTo(Gap.NOT_NOTED_THEN);
        assertThat(value(report, FigureName.ERASURES_BY_TIME)).isEqualTo(4L);
        assertThat(value(report, FigureName.ERASURES_BY_DELETION)).isEqualTo(6L);
    }

    @Test
    void aYearBeforeTheLedgerHasNoZerosButWhatWasTakenOver() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .year(2023)
                .decisions(new DecisionCount("terms", 1, Decision.ACCEPTED, true, 400, 400))
                .build());

        assertThat(report.figures().stream()
                        .filter(figure -> figure.counted().source().isOfPeriod())
                        .filter(figure -> Long.valueOf(0).equals(figure.value())))
                .isEmpty();
        assertThat(gap(report, FigureName.RESTRICTIONS_LIFTED)).isEqualTo(Gap.BEFORE_LEDGER);
        assertThat(told(report, FigureName.DECISIONS))
                .containsExactly(": BEFORE_LEDGER", "terms 1 ACCEPTED IMPORTED: 400");
    }

    @Test
    void anEmptyLedgerHasNoZerosEither() {
        AuditReport report = AuditReport.of(new FactsBuilder().since(null).build());

        assertThat(gap(report, FigureName.DECISIONS)).isEqualTo(Gap.BEFORE_LEDGER);
        assertThat(gap(report, FigureName.LEDGER_SINCE)).isEqualTo(Gap.NONE_YET);
    }

    @Test
    void theLedgerSaysUpToWhereOthersCanHoldItAndThatNoVerificationWasRecorded() {
        StoredCheckpoint signed = new StoredCheckpoint(1, 120, SPRING, "note", "", null);
        StoredCheckpoint stamped = new StoredCheckpoint(
                1, 100, SPRING, "note", "", new StoredCheckpoint.Stamp(SPRING.plusSeconds(5), new byte[0]));
        AuditReport report = AuditReport.of(new FactsBuilder()
                .records(new RecordCount(RecordType.ACCEPTANCE, 90, 2), new RecordCount(RecordType.EXPORT, 5, 1))
                .checkpoints(signed, stamped)
                .build());

        assertThat(told(report, FigureName.RECORDS)).contains("ACCEPTANCE: 90", "EXPORT: 5", "HOLD: 0");
        assertThat(value(report, FigureName.RECORDS_NOT_LOGGED)).isEqualTo(3L);
        assertThat(value(report, FigureName.CHECKPOINT_SIZE)).isEqualTo(120L);
        assertThat(value(report, FigureName.STAMPED_SIZE)).isEqualTo(100L);
        assertThat(value(report, FigureName.STAMPED_AT)).isEqualTo(SPRING.plusSeconds(5));
        assertThat(gap(report, FigureName.COSIGNED_SIZE)).isEqualTo(Gap.NONE_YET);
        assertThat(gap(report, FigureName.VERIFIED_AT)).isEqualTo(Gap.NONE_RECORDED);
        assertThat(gap(report, FigureName.VERIFIED_SIZE)).isEqualTo(Gap.NONE_RECORDED);
    }

    @Test
    void aVerificationThatIsOnRecordIsTold() {
        AuditReport report = AuditReport.of(new FactsBuilder()
                .verified(new Verification(SPRING, 0, 99, true))
                .build());

        assertThat(value(report, FigureName.VERIFIED_FROM)).isEqualTo(0L);
        assertThat(value(report, FigureName.VERIFIED_SIZE)).isEqualTo(99L);
        assertThat(value(report, FigureName.VERIFIED_AT)).isEqualTo(SPRING);
        assertThat(value(report, FigureName.VERIFIED_GOOD)).isEqualTo("YES");
    }

    private static List<String> told(AuditReport report, FigureName name) {
        return report.figures().stream()
                .filter(figure -> figure.name() == name)
                .map(figure -> String.join(" ", figure.of().values()) + ": "
                        + (figure.gap() == null ? figure.value() : figure.gap()))
                .toList();
    }

    private static Object value(AuditReport report, FigureName name) {
        return ofAll(report, name).value();
    }

    private static Gap gap(AuditReport report, FigureName name) {
        return ofAll(report, name).gap();
    }

    private static Figure ofAll(AuditReport report, FigureName name) {
        return report.figures().stream()
                .filter(figure -> figure.name() == name && figure.of().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
