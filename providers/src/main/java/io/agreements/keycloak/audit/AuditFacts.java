package io.agreements.keycloak.audit;

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
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.keycloak.ledger.retention.RetentionRuns.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All that was counted of a year, from which its figures are made. */
record AuditFacts(
        AuditYear year,
        Catalogue catalogue,
        Choices choices,
        Deletions deletions,
        Conduct conduct,
        Ages ages,
        Retention retention,
        Ledger ledger) {

    /** What users decided. */
    record Choices(List<DecisionCount> decisions, List<WithdrawalCount> withdrawals) {}

    /** How accounts went. */
    record Deletions(List<DeletionCount> steps, List<ExecutionCount> executions, WaitingCount waiting) {}

    /** What was imposed on users, and what was given to others. */
    record Conduct(List<DisclosureCount> disclosures, List<RestrictionCount> restrictions, long appealsWaiting) {}

    /**
     * How old users are.
     *
     * @param birthdate name of the attribute with the birthdate; null if the realm names none
     * @param goneSince how accounts went after the year
     */
    record Ages(String birthdate, List<AgeCount> users, List<DeletionCount> goneSince) {}

    /**
     * What expired.
     *
     * @param connectionDays how long addresses and user agents are kept
     * @param firstDay of which a look for what has expired is noted; null if of none
     */
    record Retention(long connectionDays, LocalDate firstDay, Summary runs, List<ErasureCount> erasures) {}

    /**
     * How the ledger is.
     *
     * @param since when its first record was recorded; null if there is none
     * @param latest its last checkpoint; null if there is none; so it is with the next two
     * @param haltedAt since when nothing is added to its log; null if all is well
     * @param verification null if none is on record
     */
    record Ledger(
            Instant since,
            List<RecordCount> records,
            StoredCheckpoint latest,
            StoredCheckpoint stamped,
            StoredCheckpoint cosigned,
            Instant haltedAt,
            Verification verification) {}
}
