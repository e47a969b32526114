package io.agreements.keycloak.ledger.log.key;

import java.util.Comparator;
import java.util.Optional;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The key by which a realm signs the checkpoints of its log. */
public final class LogKeys {

    static final String ALGORITHM = "agreements-log";
    static final String CURVE = "Ed25519";

    private LogKeys() {}

    /** The active one of highest priority. A realm that has none gets one. */
    public static KeyWrapper active(KeycloakSession session, RealmModel realm) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            return session.keys().getActiveKey(realm, KeyUse.SIG, ALGORITHM);
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /** Keeps the key of a realm that is being removed until the end of the session. */
    public static void remember(KeycloakSession session, RealmModel removed) {
        removed.getComponentsStream(removed.getId(), KeyProvider.class.getName())
                .filter(component -> LogKeyProviderFactory.ID.equals(component.getProviderId()))
                .map(LogKeyProvider::new)
                .flatMap(LogKeyProvider::getKeysStream)
                .filter(key -> key.getStatus().isActive())
                .max(Comparator.comparingLong(KeyWrapper::getProviderPriority))
                .ifPresent(key -> session.setAttribute(attribute(removed), key));
    }

    /** The key of a realm that is being removed; empty if it had none. */
    public static Optional<KeyWrapper> remembered(KeycloakSession session, RealmModel removed) {
        return Optional.ofNullable(session.getAttribute(attribute(removed), KeyWrapper.class));
    }

    private static String attribute(RealmModel realm) {
        return LogKeys.class.getName() + "." + realm.getId();
    }
}
