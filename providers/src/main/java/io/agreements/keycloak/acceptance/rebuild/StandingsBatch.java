package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.UserStanding;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.UserSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageId;

/** Some users, whose standings are looked at in one transaction. */
final class StandingsBatch {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AcceptanceProvider acceptances;
    private final LedgerProvider ledger;
    private final UserSpan users;

    private StandingsBatch(KeycloakSession session, RealmModel realm, UserSpan users) {
        this.session = session;
        this.realm = realm;
        this.acceptances = session.getProvider(AcceptanceProvider.class);
        this.ledger = session.getProvider(LedgerProvider.class);
        this.users = users;
    }

    /** The first of the users, as far as it takes them to have so many standings or decisions on record. */
    static StandingsBatch first(KeycloakSession session, RealmModel realm, UserSpan users, int size) {
        UserSpan recorded = session.getProvider(LedgerProvider.class).firstOf(realm, users, size);
        return new StandingsBatch(
                session, realm, session.getProvider(AcceptanceProvider.class).firstOf(realm, recorded, size));
    }

    UserSpan users() {
        return users;
    }

    /** Where somebody decided while it was looked at, the second look does not find again what the first one found. */
    StandingsReport compare() {
        Look look = look();
        List<Discrepancy> found = look.found();
        if (!found.isEmpty()) {
            Set<Discrepancy> again = Set.copyOf(look().found());
            found = found.stream().filter(again::contains).toList();
        }
        return StandingsReport.of(look.standings(), found);
    }

    /** Who decides meanwhile keeps that decision. */
    StandingsReport rebuild(Actor actor) {
        Look look = look();
        List<Discrepancy> mended = look.found().stream().filter(this::mend).toList();
        StandingsReport report = StandingsReport.of(look.standings(), mended);
        if (!mended.isEmpty()) {
            session.getKeycloakSessionFactory().publish(new RebuildEvent(session, realm, actor, report));
            mended.stream().map(Discrepancy::userId).distinct().forEach(user -> Clearance.revoke(session, realm, user));
        }
        return report;
    }

    private boolean mend(Discrepancy found) {
        return found.due() == null
                ? acceptances.remove(realm, found.userId(), found.kept())
                : acceptances.replace(realm, found.userId(), found.kept(), found.due());
    }

    /** Standings are read before records: one that was replaced in between is no longer there to be changed. */
    private Look look() {
        List<UserStanding> kept = acceptances.standings(realm, users);
        List<LedgerRecord> decisions = ledger.latestDecisions(realm, users);
        Set<String> known = acceptances
                .knownUsers()
                .existing(
                        realm,
                        decisions.stream()
                                .map(LedgerRecord::userId)
                                .filter(StorageId::isLocalStorage)
                                .collect(Collectors.toSet()));
        DueStandings due = DueStandings.of(
                decisions,
                session.getProvider(AgreementProvider.class).stored(realm),
                userId -> known.contains(userId) || isOfStore(userId));
        return new Look(kept.size(), due.comparedWith(kept));
    }

    /** Whether the store still knows the user is for the sweep to ask. */
    private boolean isOfStore(String userId) {
        return !StorageId.isLocalStorage(userId) && realm.getComponent(StorageId.providerId(userId)) != null;
    }

    private record Look(long standings, List<Discrepancy> found) {}
}
