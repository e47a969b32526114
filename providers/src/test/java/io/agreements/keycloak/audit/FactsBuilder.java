package io.agreements.keycloak.audit;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
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
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.keycloak.ledger.retention.RetentionRuns.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What was counted of the year 2025, in January 2026: nothing, in a ledger that began in 2024, unless something is said. */
final class FactsBuilder {

    static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private int year = 2025;
    private List<Agreement> agreements = List.of();
    private List<DecisionCount> decisions = List.of();
    private List<WithdrawalCount> withdrawals = List.of();
    private List<DeletionCount> deletions = List.of();
    private List<ExecutionCount> executions = List.of();
    private WaitingCount waiting = new WaitingCount(0, 0, 0);
    private List<DisclosureCount> disclosures = List.of();
    private List<RestrictionCount> restrictions = List.of();
    private long appealsWaiting;
    private String birthdate = "birthdate";
    private List<AgeCount> ages = List.of();
    private List<DeletionCount> goneSince = List.of();
    private LocalDate firstRun = LocalDate.of(2024, 6, 1);
    private Summary runs = new Summary(0, 0, 0, null);
    private List<ErasureCount> erasures = List.of();
    private Instant since = Instant.parse("2024-06-01T00:00:00Z");
    private List<RecordCount> records = List.of();
    private StoredCheckpoint latest;
    private StoredCheckpoint stamped;
    private Verification verification;

    FactsBuilder year(int number) {
        year = number;
        return this;
    }

    FactsBuilder agreements(AgreementBuilder... builders) {
        agreements = Stream.of(builders).map(AgreementBuilder::build).toList();
        return this;
    }

    FactsBuilder decisions(DecisionCount... counts) {
        decisions = List.of(counts);
        return this;
    }

    FactsBuilder withdrawals(WithdrawalCount... counts) {
        withdrawals = List.of(counts);
        return this;
    }

    FactsBuilder deletions(DeletionCount... counts) {
        deletions = List.of(counts);
        return this;
    }

    FactsBuilder executions(ExecutionCount... counts) {
        executions = List.of(counts);
        return this;
    }

    FactsBuilder waiting(WaitingCount count) {
        waiting = count;
        return this;
    }

    FactsBuilder disclosures(DisclosureCount... counts) {
        disclosures = List.of(counts);
        return this;
    }

    FactsBuilder restrictions(RestrictionCount... counts) {
        restrictions = List.of(counts);
        return this;
    }

    FactsBuilder appealsWaiting(long count) {
        appealsWaiting = count;
        return this;
    }

    FactsBuilder ages(AgeCount... counts) {
        ages = List.of(counts);
        return this;
    }

    FactsBuilder withoutBirthdates() {
        birthdate = null;
        return this;
    }

    FactsBuilder goneSince(DeletionCount... counts) {
        goneSince = List.of(counts);
        return this;
    }

    FactsBuilder runs(LocalDate first, Summary summary) {
        firstRun = first;
        runs = summary;
        return this;
    }

    FactsBuilder erasures(ErasureCount... counts) {
        erasures = List.of(counts);
        return this;
    }

    FactsBuilder since(Instant moment) {
        since = moment;
        return this;
    }

    FactsBuilder records(RecordCount... counts) {
        records = List.of(counts);
        return this;
    }

    FactsBuilder checkpoints(StoredCheckpoint last, StoredCheckpoint lastStamped) {
        latest = last;
        stamped = lastStamped;
        return this;
    }

    FactsBuilder verified(Verification last) {
        verification = last;
        return this;
    }

    AuditFacts build() {
        return new AuditFacts(
                AuditYear.of(year, ZoneOffset.UTC, NOW),
                Catalogue.of(agreements),
                new AuditFacts.Choices(decisions, withdrawals),
                new AuditFacts.Deletions(deletions, executions, waiting),
                new AuditFacts.Conduct(disclosures, restrictions, appealsWaiting),
                new AuditFacts.Ages(birthdate, ages, goneSince),
                new AuditFacts.Retention(180, firstRun, runs, erasures),
                new AuditFacts.Ledger(since, records, latest, stamped, null, null, verification));
    }
}
