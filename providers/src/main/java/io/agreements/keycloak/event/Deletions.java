package io.agreements.keycloak.event;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Clock;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records that accounts are gone. Standings go with them; records stay. */
final class Deletions {

    private static final String STAGE = "stage";
    private static final String EXECUTED = "executed";
    private static final String SCOPE = "scope";
    private static final String USERS = "users";

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
        ledger.append(executed(realm, actor).user(user.getId()).build());
        ledger.append(erased(realm, actor, ledger.eraseUser(realm, user.getId()))
                .user(user.getId())
                .build());
    }

    /** All accounts of a realm at once: records that say how many of them had decided anything. */
    void ofRealm(RealmModel realm) {
        Actor actor = Actor.of(session, null);
        long users = acceptances.removeRealm(realm);
        requests.removeRealm(realm);
        session.getProvider(MailingProvider.class).removeRealm(realm);
        ledger.append(executed(realm, actor)
                .detail(SCOPE, "realm")
                .detail("realm", realm.getName())
                .detail(USERS, users)
                .build());
        ledger.append(erased(realm, actor, ledger.eraseRealm(realm))
                .detail(SCOPE, "realm")
                .build());
    }

    /** All accounts of a user store at once: records that say how many of them had decided anything. */
    void ofUserStore(RealmModel realm, ComponentModel store, Actor actor) {
        long users = acceptances.removeUsersOf(realm, store.getId());
        requests.removeUsersOf(realm, store.getId());
        ledger.append(executed(realm, actor)
                .detail(SCOPE, "userStore")
                .detail("userStore", store.getName())
                .detail(USERS, users)
                .build());
        ledger.append(erased(realm, actor, ledger.eraseUsersOf(realm, store.getId()))
                .detail(SCOPE, "userStore")
                .build());
    }

    private LedgerRecord.Builder erased(RealmModel realm, Actor actor, long records) {
        return LedgerRecord.of(RecordType.ERASURE, realm, clock.instant())
                .method(actor.method())
                .client(actor.clientId())
                .detail("reason", "deletion")
                .detail("records", records)
                .detail("by", actor.kind())
                .detail("administrator", actor.administratorId());
    }

    private LedgerRecord.Builder executed(RealmModel realm, Actor actor) {
        return LedgerRecord.of(RecordType.DELETION, realm, clock.instant())
                .method(actor.method())
                .client(actor.clientId())
                .detail(STAGE, EXECUTED)
                .detail("by", actor.kind())
                .detail("administrator", actor.administratorId());
    }
}
