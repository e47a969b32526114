package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.AfterCompletion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * Whose standings the transaction of a session changes. Once it is committed, Keycloak's cache of users forgets these users
 * on every node, and with them what was {@linkplain KeptStandings kept} of their decisions. That takes no statement.
 */
public final class ChangedStandings {

    private static final String ATTRIBUTE = ChangedStandings.class.getName();

    /** Of so many it is less to forget all users of the realm. */
    private static final int MANY = 100;

    private final Map<String, Set<String>> users = new HashMap<>();
    private final Set<String> realms = new HashSet<>();

    private ChangedStandings() {}

    static ChangedStandings of(KeycloakSession session) {
        ChangedStandings changed = session.getAttribute(ATTRIBUTE, ChangedStandings.class);
        return changed == null ? new ChangedStandings() : changed;
    }

    /** Those of a user are about to be changed. */
    public static void add(KeycloakSession session, RealmModel realm, String userId) {
        ChangedStandings changed = forCommit(session);
        Set<String> known = changed.users.computeIfAbsent(realm.getId(), any -> new HashSet<>());
        if (known.size() >= MANY) {
            changed.realms.add(realm.getId());
        } else {
            known.add(userId);
        }
    }

    /** Those of any users of the realm are. */
    public static void addAll(KeycloakSession session, RealmModel realm) {
        forCommit(session).realms.add(realm.getId());
    }

    private static ChangedStandings forCommit(KeycloakSession session) {
        ChangedStandings known = session.getAttribute(ATTRIBUTE, ChangedStandings.class);
        if (known != null) {
            return known;
        }
        ChangedStandings made = new ChangedStandings();
        session.setAttribute(ATTRIBUTE, made);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AfterCompletion.onCommit(session, () -> KeycloakModelUtils.runJobInTransaction(factory, made::forget));
        return made;
    }

    boolean contains(String realmId, String userId) {
        return realms.contains(realmId) || users.getOrDefault(realmId, Set.of()).contains(userId);
    }

    /** A realm that is gone has taken its users from the cache. */
    private void forget(KeycloakSession session) {
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            realms.forEach(id -> forget(session, id, cache::evict));
            users.keySet().stream()
                    .filter(id -> !realms.contains(id))
                    .forEach(id -> forget(
                            session,
                            id,
                            realm -> users.get(id).forEach(userId -> cache.evict(realm, new Named(userId)))));
        }
    }

    private static void forget(KeycloakSession session, String realmId, Consumer<RealmModel> step) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            step.accept(realm);
        }
    }

    /** All that the cache has to know of a user to forget it: so nobody reads the user for that. */
    private static final class Named extends UserModelDelegate {

        private final String id;

        Named(String id) {
            super(null);
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }

        /** The cache wants one. It would forget whom it finds by that name, which is no harm. */
        @Override
        public String getUsername() {
            return id;
        }

        @Override
        public String getEmail() {
            return null;
        }
    }
}
