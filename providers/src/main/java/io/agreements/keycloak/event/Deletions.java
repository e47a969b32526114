package io.agreements.keycloak.event;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.details.Scope;
import java.time.Clock;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records that accounts are gone. Standings go with them; records stay. */
final class Deletions {

    private final KeycloakSession session;
    private final AcceptanceProvider acceptances;
    private final LedgerProvider ledger;
    private final DeletionRequestProvider requests;
    private final Clock clock;

    Deletions(KeycloakSession session, Clock clock) {
        this.session = session;
        this.acceptances = session.getProvider(AcceptanceProvider.class);
        this.ledger = session.getProvider(LedgerProvider.class);
        this.requests = session.getProvider(DeletionRequestProvider.class);
        this.clock = clock;
    }

    /**
     * One person's account. What identifies the person is erased from all records; the user id stays, as a pseudonym. The
     * account of a client (service account) is nobody's, and is passed over.
     */
    void ofUser(RealmModel realm, UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        Actor actor = Actor.of(session, user);
        acceptances.removeUser(realm, user.getId());
        requests.remove(realm, user.getId());
        append(realm, actor, user.getId(), DeletionDetails.ofAccount(actor));
        append(
                realm,
                actor,
                user.getId(),
                ErasureDetails.ofDeletion(actor, ledger.eraseUser(realm, user.getId()), null));
    }

    /** All accounts of a realm at once: records that say how many of them had decided anything. */
    void ofRealm(RealmModel realm) {
        Actor actor = Actor.of(session, null);
        long users = acceptances.removeRealm(realm);
        requests.removeRealm(realm);
        session.getProvider(MailingProvider.class).removeRealm(realm);
        append(realm, actor, null, DeletionDetails.ofRealm(actor, realm.getName(), users));
        append(realm, actor, null, ErasureDetails.ofDeletion(actor, ledger.eraseRealm(realm), Scope.REALM));
    }

    /** All accounts of a user store at once: records that say how many of them had decided anything. */
    void ofUserStore(RealmModel realm, ComponentModel store, Actor actor) {
        long users = acceptances.removeUsersOf(realm, store.getId());
        requests.removeUsersOf(realm, store.getId());
        append(realm, actor, null, DeletionDetails.ofUserStore(actor, store.getName(), users));
        long records = ledger.eraseUsersOf(realm, store.getId());
        append(realm, actor, null, ErasureDetails.ofDeletion(actor, records, Scope.USER_STORE));
    }

    private void append(RealmModel realm, Actor actor, String userId, Details details) {
        ledger.append(LedgerRecord.of(details, realm, clock.instant())
                .user(userId)
                .method(actor.method())
                .client(actor.clientId())
                .build());
    }
}
