package io.agreements.keycloak.audit;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.RealmLog;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.retention.ConnectionRetention;
import io.agreements.keycloak.ledger.retention.RetentionRuns;
import io.agreements.keycloak.statistics.StatisticsSettings;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads what figures are made from, in as many statements for a year with millions of users as for an empty one. */
final class FactsReader {

    private final KeycloakSession session;
    private final AuditProvider counts;

    FactsReader(KeycloakSession session) {
        this.session = session;
        this.counts = session.getProvider(AuditProvider.class);
    }

    AuditFacts read(RealmModel realm, AuditYear year) {
        Instant from = year.from();
        Instant until = year.until();
        return new AuditFacts(
                year,
                session.getProvider(AgreementProvider.class).stored(realm),
                new AuditFacts.Choices(counts.decisions(realm, from, until), counts.withdrawals(realm, from, until)),
                new AuditFacts.Deletions(
                        counts.deletions(realm, from, until),
                        counts.executions(realm, from, until),
                        counts.waiting(realm, year.now())),
                new AuditFacts.Conduct(
                        counts.disclosures(realm, from, until),
                        counts.restrictions(realm, from, until),
                        counts.appealsWaiting(realm)),
                ages(realm, year),
                retention(realm, year),
                ledger(realm, year));
    }

    private AuditFacts.Ages ages(RealmModel realm, AuditYear year) {
        String birthdate = StatisticsSettings.of(realm).birthdateAttribute().orElse(null);
        return new AuditFacts.Ages(
                birthdate,
                counts.ages(realm, year.until(), birthdate, year.lastDay()),
                year.isSoFar() ? List.of() : counts.deletions(realm, year.until(), year.now()));
    }

    private AuditFacts.Retention retention(RealmModel realm, AuditYear year) {
        RetentionRuns runs = session.getProvider(LedgerProvider.class).retentionRuns();
        return new AuditFacts.Retention(
                ConnectionRetention.of(realm).toDays(),
                runs.firstDay(realm).orElse(null),
                runs.between(realm, year.firstDay(), year.lastDay()),
                counts.erasures(realm, year.from(), year.until()));
    }

    private AuditFacts.Ledger ledger(RealmModel realm, AuditYear year) {
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        RealmLog log = ledger.log(realm);
        return new AuditFacts.Ledger(
                counts.firstRecord(realm).orElse(null),
                counts.records(realm, year.from(), year.until()),
                log.latest().orElse(null),
                log.latestStamped().orElse(null),
                log.latestCosigned().orElse(null),
                log.state().map(LogState::halt).map(LogState.Halt::at).orElse(null),
                ledger.verification(realm).done().flatMap(Verification::of).orElse(null));
    }
}
