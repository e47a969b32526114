package io.agreements.keycloak.ledger.log.key;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    public static final String CURVE = "Ed25519";

    /** Where a component has its key, as X.509 encodes it, in Base64. */
    public static final String PUBLIC_KEY = "publicKey";

    /** Where a component has the keys of the realm that are deleted, in the same form. */
    public static final String FORMER_KEY = "formerKey";

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

    /** Keeps what verifies checkpoints that were signed by keys which the realm does not have any more. */
    static void keep(RealmModel realm, Collection<String> former) {
        Set<String> missing = new LinkedHashSet<>(former);
        components(realm).map(LogKeys::publicKeys).forEach(missing::removeAll);
        if (!missing.isEmpty()) {
            components(realm).findFirst().ifPresent(component -> {
                List<String> all = Stream.concat(component.getConfig().getList(FORMER_KEY).stream(), missing.stream())
                        .toList();
                component.getConfig().put(FORMER_KEY, all);
                realm.updateComponent(component);
            });
        }
    }

    /** Has a realm answer for keys by which its log was signed before it was made. */
    public static void adopt(RealmModel realm, Collection<PublicKey> keys) {
        LogKeyRegistration.register(realm);
        keep(
                realm,
                keys.stream()
                        .map(key -> Base64.getEncoder().encodeToString(key.getEncoded()))
                        .toList());
    }

    /** Its own and those it keeps. */
    static Set<String> publicKeys(ComponentModel component) {
        return Stream.concat(
                        Stream.ofNullable(component.get(PUBLIC_KEY)),
                        component.getConfig().getList(FORMER_KEY).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                .filter(component -> KIND.equals(component.getProviderId()));
    }

    /** Keeps the keys of a realm that is being removed until the end of the session. */
    public static void remember(KeycloakSession session, RealmModel removed) {
        session.setAttribute(
                publicAttribute(removed),
                components(removed).flatMap(one -> publicKeys(one).stream()).toArray(String[]::new));
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

    /** By what checkpoints of its log are verified, in Base64; none if it had no keys. */
    public static List<String> rememberedPublicKeys(KeycloakSession session, RealmModel removed) {
        return Optional.ofNullable(session.getAttribute(publicAttribute(removed), String[].class))
                .map(List::of)
                .orElse(List.of());
    }

    private static String publicAttribute(RealmModel realm) {
        return attribute(realm) + ".public";
    }

    private static String attribute(RealmModel realm) {
        return LogKeys.class.getName() + "." + realm.getId();
    }
}
