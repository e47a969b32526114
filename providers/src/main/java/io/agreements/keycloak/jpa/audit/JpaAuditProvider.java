package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.AuditProvider;
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
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Counts in the database. */
final class JpaAuditProvider implements AuditProvider {

    private final EntityManager entities;

    JpaAuditProvider(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Instant> firstRecord(RealmModel realm) {
        return ledger(realm).first();
    }

    @Override
    public List<RecordCount> records(RealmModel realm, Instant from, Instant until) {
        return ledger(realm).records(from, until);
    }

    @Override
    public List<DecisionCount> decisions(RealmModel realm, Instant from, Instant until) {
        return ledger(realm).decisions(from, until);
    }

    @Override
    public List<WithdrawalCount> withdrawals(RealmModel realm, Instant from, Instant until) {
        return ledger(realm).withdrawals(from, until);
    }

    @Override
    public List<ErasureCount> erasures(RealmModel realm, Instant from, Instant until) {
        return ledger(realm).erasures(from, until);
    }

    @Override
    public List<DeletionCount> deletions(RealmModel realm, Instant from, Instant until) {
        return new DeletionCounts(entities, realm.getId()).steps(from, until);
    }

    @Override
    public List<ExecutionCount> executions(RealmModel realm, Instant from, Instant until) {
        return new DeletionCounts(entities, realm.getId()).executions(from, until);
    }

    @Override
    public WaitingCount waiting(RealmModel realm, Instant now) {
        return new DeletionCounts(entities, realm.getId()).waiting(now);
    }

    @Override
    public List<DisclosureCount> disclosures(RealmModel realm, Instant from, Instant until) {
        return new ConductCounts(entities, realm.getId()).disclosures(from, until);
    }

    @Override
    public List<RestrictionCount> restrictions(RealmModel realm, Instant from, Instant until) {
        return new ConductCounts(entities, realm.getId()).restrictions(from, until);
    }

    @Override
    public long appealsWaiting(RealmModel realm) {
        return new ConductCounts(entities, realm.getId()).appealsWaiting();
    }

    @Override
    public List<AgeCount> ages(RealmModel realm, Instant until, String birthdate, LocalDate day) {
        AgeCounts ages = new AgeCounts(entities, realm.getId());
        return birthdate == null ? ages.all(until) : ages.byAge(until, birthdate, day);
    }

    private LedgerCounts ledger(RealmModel realm) {
        return new LedgerCounts(entities, realm.getId());
    }
}
