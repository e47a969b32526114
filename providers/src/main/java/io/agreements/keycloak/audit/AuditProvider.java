package io.agreements.keycloak.audit;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Counts what happened in a realm in a stretch of time, from a moment and before another: one statement each, however many
 * users there are. What there is none of is left out of lists.
 */
public interface AuditProvider extends Provider {

    /** When the first record was recorded; empty if there is none. */
    Optional<Instant> firstRecord(RealmModel realm);

    /** Records by type. */
    List<RecordCount> records(RealmModel realm, Instant from, Instant until);

    /** Decisions by agreement, version and what was decided. */
    List<DecisionCount> decisions(RealmModel realm, Instant from, Instant until);

    /** Withdrawals by agreement. */
    List<WithdrawalCount> withdrawals(RealmModel realm, Instant from, Instant until);

    /** Steps of deletions of single accounts. */
    List<DeletionCount> deletions(RealmModel realm, Instant from, Instant until);

    /** Accounts that were deleted in that time after a request, whenever that was. */
    List<ExecutionCount> executions(RealmModel realm, Instant from, Instant until);

    /** Requests that wait now. */
    WaitingCount waiting(RealmModel realm, Instant now);

    /** Disclosures by ground. */
    List<DisclosureCount> disclosures(RealmModel realm, Instant from, Instant until);

    /** Restrictions by kind. */
    List<RestrictionCount> restrictions(RealmModel realm, Instant from, Instant until);

    /** Appeals that wait for an answer now. */
    long appealsWaiting(RealmModel realm);

    /** Erasures by reason. */
    List<ErasureCount> erasures(RealmModel realm, Instant from, Instant until);

    /**
     * Users who are there now and came before a moment, by age. Those whom an external store keeps without an import are not
     * among them, nor are service accounts.
     *
     * @param birthdate name of the attribute with the birthdate; null if there is none, and no age can be told
     * @param day on which age is reckoned
     */
    List<AgeCount> ages(RealmModel realm, Instant until, String birthdate, LocalDate day);

    @Override
    default void close() {}
}
