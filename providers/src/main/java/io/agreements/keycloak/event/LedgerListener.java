package io.agreements.keycloak.event;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.DecisionEvent;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.account.deletion.DeletionRequestEvent;
import io.agreements.keycloak.account.export.ExportEvent;
import io.agreements.keycloak.account.mailing.MailingDoneEvent;
import io.agreements.keycloak.account.report.ReportEvent;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.PublicationEvent;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
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
    private final Publications publications;
    private final DeletionSteps deletionSteps;
    private final Reports reports;

    LedgerListener(Clock clock) {
        this.clock = clock;
        this.publications = new Publications(clock);
        this.deletionSteps = new DeletionSteps(clock);
        this.reports = new Reports(clock);
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof DecisionEvent decision) {
            orRollBack(decision.session(), () -> recordDecisions(decision));
        } else if (event instanceof PublicationEvent publication) {
            orRollBack(publication.session(), () -> publications.record(publication));
        } else if (event instanceof MailingDoneEvent mailing) {
            orRollBack(mailing.session(), () -> publications.record(mailing));
        } else if (event instanceof DeletionRequestEvent deletion) {
            orRollBack(deletion.session(), () -> deletionSteps.record(deletion));
        } else if (event instanceof ReportEvent report) {
            orRollBack(report.session(), () -> reports.record(report));
        } else if (event instanceof ExportEvent export) {
            orRollBack(export.session(), () -> recordExport(export));
        } else if (event instanceof UserPreRemovedEvent removed) {
            recordUserRemoval(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
        } else if (event instanceof UserRemovedEvent removed) {
            recordUserRemoval(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
        } else if (event instanceof RealmRemovedEvent removed) {
            KeycloakSession session = removed.getKeycloakSession();
            orRollBack(session, () -> deletions(session).ofRealm(removed.getRealm()));
        } else if (event instanceof StoreSyncEvent sync && sync.getRemoved() && sync.getModel() != null) {
            recordStoreRemoval(sync);
        }
    }

    private void recordDecisions(DecisionEvent event) {
        AcceptanceProvider acceptances = event.session().getProvider(AcceptanceProvider.class);
        LedgerProvider ledger = event.session().getProvider(LedgerProvider.class);
        for (DecisionEvent.Taken taken : event.decisions()) {
            LedgerRecord.Builder builder = LedgerRecord.of(RecordType.ACCEPTANCE, event.realm(), event.decidedAt())
                    .user(event.userId())
                    .decision(taken.decision(), taken.shown())
                    .detail(
                            "acceptance",
                            taken.mode() == AcceptanceMode.EXPLICIT
                                    ? null
                                    : taken.mode().name())
                    .method(event.method())
                    .client(event.clientId())
                    .identity(event.identity())
                    .connection(event.connection());
            event.details().forEach(builder::detail);
            LedgerRecord entry = builder.build();
            Standing standing = new Standing(
                    taken.agreementId(),
                    taken.shown().versionNumber(),
                    taken.decision(),
                    taken.shown().locale(),
                    taken.shown().textDigest(),
                    event.decidedAt(),
                    entry.id());
            if (acceptances.replace(event.realm(), event.userId(), taken.previous(), standing)) {
                ledger.append(entry);
            }
        }
    }

    private static void recordExport(ExportEvent event) {
        event.session()
                .getProvider(LedgerProvider.class)
                .append(LedgerRecord.of(RecordType.EXPORT, event.realm(), event.startedAt())
                        .user(event.userId())
                        .method(event.method())
                        .client(event.clientId())
                        .detail("by", "user")
                        .identity(event.identity())
                        .connection(event.connection())
                        .build());
    }

    /**
     * Most removals are told of twice, before and after; some only after, such as that of an imported user who is gone from
     * the store. The first telling counts.
     */
    private void recordUserRemoval(KeycloakSession session, RealmModel realm, UserModel user) {
        String told = LedgerListener.class.getName() + "." + user.getId();
        if (session.getAttribute(told) == null) {
            session.setAttribute(told, Boolean.TRUE);
            orRollBack(session, () -> deletions(session).ofUser(realm, user));
        }
    }

    /** Keycloak tells of a user store's end only when that is committed, and nobody before: hence a transaction of our own. */
    private void recordStoreRemoval(StoreSyncEvent sync) {
        Actor actor = Actor.of(sync.getSession(), null);
        String realmId = sync.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(sync.getSession().getKeycloakSessionFactory(), session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            deletions(session).ofUserStore(realm, sync.getModel(), actor);
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
