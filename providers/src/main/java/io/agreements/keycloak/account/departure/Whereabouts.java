package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageId;

/** Tells users who are gone from those who are only out of reach. The realm is that of the session's context. */
public final class Whereabouts {

    private Whereabouts() {}

    /**
     * Whether there is no such user any more, wherever the user is kept.
     *
     * @throws RuntimeException whatever a store throws that does not answer
     */
    public static boolean isGone(KeycloakSession session, String userId) {
        return StorageId.isLocalStorage(userId) ? isMissing(session, userId) : isGoneFromStore(session, userId);
    }

    /** An import may be making users anew at this moment. */
    static boolean isMissing(KeycloakSession session, String userId) {
        return session.getProvider(AcceptanceProvider.class)
                .knownUsers()
                .existing(session.getContext().getRealm(), List.of(userId))
                .isEmpty();
    }

    /** A store that is switched off knows nobody, which says nothing about its users; one that does not answer throws. */
    static boolean isGoneFromStore(KeycloakSession session, String userId) {
        RealmModel realm = session.getContext().getRealm();
        ComponentModel store = realm.getComponent(StorageId.providerId(userId));
        return store == null || store.get("enabled", true) && session.users().getUserById(realm, userId) == null;
    }

    /** The same where the store itself is still there. */
    static boolean isGoneFromLastingStore(KeycloakSession session, String userId) {
        return session.getContext().getRealm().getComponent(StorageId.providerId(userId)) != null
                && isGoneFromStore(session, userId);
    }
}
