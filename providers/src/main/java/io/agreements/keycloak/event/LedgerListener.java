package io.agreements.keycloak.event;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.DecisionEvent;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Clock;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.storage.StoreSyncEvent;

/**
 * Writes into the ledger what must not be lost, in the transaction of what it records. Where it cannot be written nothing
 * else may be: the transaction is marked for rollback, whatever the caller does with the exception.
 */
final class LedgerListener implements ProviderEventListener {

    private final Clock clock;

    LedgerListener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof DecisionEvent decision) {
            orRollBack(decision.session(), () -> recordDecisions(decision));
        } else if (event instanceof UserPreRemovedEvent removed) {
            orRollBack(
                    removed.getKeycloakSession(),
                    () -> deletions(removed.getKeycloakSession()).ofUser(removed));
        } else if (event instanceof RealmRemovedEvent removed) {
            orRollBack(
                    removed.getKeycloakSession(),
                    () -> deletions(removed.getKeycloakSession()).ofRealm(removed.getRealm()));
        } else if (event instanceof StoreSyncEvent sync && sync.getRemoved() && sync.getModel() != null) {
            recordStoreRemoval(sync);
        }
    }

    private void recordDecisions(DecisionEvent event) {
        AcceptanceProvider acceptances = event.session().getProvider(AcceptanceProvider.class);
        LedgerProvider ledger = event.session().getProvider(LedgerProvider.class);
        Instant now = clock.instant();
        for (DecisionEvent.Taken taken : event.decisions()) {
            LedgerRecord entry = LedgerRecord.of(RecordType.ACCEPTANCE, event.realm(), now)
                    .user(event.userId())
                    .decision(taken.decision(), taken.shown())
                    .method(event.method())
                    .client(event.clientId())
                    .identity(event.identity())
                    .connection(event.connection())
                    .build();
            Standing standing = new Standing(
                    taken.agreementId(),
                    taken.shown().versionNumber(),
                    taken.decision(),
                    taken.shown().locale(),
                    taken.shown().textDigest(),
                    now,
                    entry.id());
            if (acceptances.replace(event.realm(), event.userId(), taken.previous(), standing)) {
                ledger.append(entry);
            }
        }
    }

    /** Keycloak tells of a user store's end only when that is committed, and nobody before: hence a transaction of our own. */
    private void recordStoreRemoval(StoreSyncEvent sync) {
        String realmId = sync.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(sync.getSession().getKeycloakSessionFactory(), session -> {
            session.getContext().setRealm(session.realms().getRealm(realmId));
            deletions(session).ofUserStore(session.getContext().getRealm(), sync.getModel());
        });
    }

    private Deletions deletions(KeycloakSession session) {
        return new Deletions(session, clock);
    }

    private static void orRollBack(KeycloakSession session, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            session.getTransactionManager().setRollbackOnly();
            throw e;
        }
    }
}
