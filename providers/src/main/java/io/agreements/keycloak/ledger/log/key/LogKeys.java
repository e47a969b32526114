package io.agreements.keycloak.ledger.log.key;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The key by which a realm signs the checkpoints of its log. */
public final class LogKeys {

    /** What realms call a provider of such keys. It never changes: it stands in realms and their exports. */
    public static final String KIND = "agreements-log";

    static final String ALGORITHM = KIND;
    static final String CURVE = "Ed25519";

    /** Below whatever an administrator adds. */
    private static final String LOWEST_PRIORITY = "-100";

    private LogKeys() {}

    /** The active one of highest priority; empty if the realm has none. */
    public static Optional<KeyWrapper> active(KeycloakSession session, RealmModel realm) {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, ALGORITHM)
                .filter(key -> key.getStatus().isActive())
                .findFirst();
    }

    static boolean hasActive(RealmModel realm) {
        return components(realm)
                .anyMatch(key -> key.get(Attributes.ACTIVE_KEY, true) && key.get(Attributes.ENABLED_KEY, true));
    }

    static void add(RealmModel realm) {
        ComponentModel key = new ComponentModel();
        key.setName(KIND);
        key.setParentId(realm.getId());
        key.setProviderId(KIND);
        key.setProviderType(KeyProvider.class.getName());
        key.put(Attributes.PRIORITY_KEY, LOWEST_PRIORITY);
        realm.addComponentModel(key);
    }

    private static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                .filter(component -> KIND.equals(component.getProviderId()));
    }

    /** Keeps the key of a realm that is being removed until the end of the session. */
    public static void remember(KeycloakSession session, RealmModel removed) {
        components(removed)
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
