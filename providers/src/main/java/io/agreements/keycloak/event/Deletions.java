package io.agreements.keycloak.event;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.ConnectionRecording;
import io.agreements.keycloak.ledger.Identity;
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
    private final Clock clock;

    Deletions(KeycloakSession session, Clock clock) {
        this.session = session;
        this.acceptances = session.getProvider(AcceptanceProvider.class);
        this.ledger = session.getProvider(LedgerProvider.class);
        this.clock = clock;
    }

    /** One person's account. The account of a client (service account) is nobody's, and is passed over. */
    void ofUser(RealmModel realm, UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        Actor actor = Actor.of(session, user);
        Connection connection =
                actor.isUser() ? ConnectionRecording.of(realm).take(session.getContext()) : Connection.NONE;
        acceptances.removeUser(realm, user.getId());
        ledger.append(executed(realm, actor)
                .user(user.getId())
                .identity(new Identity(user.getUsername(), null))
                .connection(connection)
                .build());
    }

    /** All accounts of a realm at once: one record that says how many of them had decided anything. */
    void ofRealm(RealmModel realm) {
        long users = acceptances.removeRealm(realm);
        ledger.append(executed(realm, Actor.of(session, null))
                .detail(SCOPE, "realm")
                .detail("realm", realm.getName())
                .detail(USERS, users)
                .build());
    }

    /** All accounts of a user store at once: one record that says how many of them had decided anything. */
    void ofUserStore(RealmModel realm, ComponentModel store, Actor actor) {
        long users = acceptances.removeUsersOf(realm, store.getId());
        ledger.append(executed(realm, actor)
                .detail(SCOPE, "userStore")
                .detail("userStore", store.getName())
                .detail(USERS, users)
                .build());
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
