package io.agreements.keycloak.jpa.setup;

import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.setup.condition.SetupProvider;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.theme.DefaultThemeSelectorProvider;

/** Reads and writes Keycloak's own tables. */
final class JpaSetupProvider implements SetupProvider {

    private static final String LOCAL = " from UserRequiredActionEntity a where a.action = :action"
            + " and a.user.id in (select u.id from UserEntity u where u.realmId = :realmId)"
            + " and (a.action <> :waiting or not exists (select d.userId from DeletionRequestEntity d"
            + " where d.userId = a.user.id and d.realmId = :realmId))";

    private static final String EXTERNAL = " from FederatedUserRequiredActionEntity a where a.action = :action"
            + " and a.realmId = :realmId and (a.action <> :waiting or not exists (select d.userId"
            + " from DeletionRequestEntity d where d.userId = a.userId and d.realmId = :realmId))";

    private static final String OF_CLIENTS = "select m.id, c.id, c.clientId from ProtocolMapperEntity m join m.client c"
            + " where c.realmId = :realmId and m.protocolMapper in :providers";

    private static final String OF_SCOPES = "select m.id, s.id, s.name from ProtocolMapperEntity m"
            + " join m.clientScope s where s.realmId = :realmId and m.protocolMapper in :providers";

    private static final String LOGIN_THEMES = "select c.clientId, a.value from ClientEntity c join c.attributes a"
            + " where c.realmId = :realmId and a.name = :name";

    private final KeycloakSession session;
    private final EntityManager entities;

    JpaSetupProvider(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
    }

    @Override
    public long usersWith(RealmModel realm, String action) {
        return Stream.of(LOCAL, EXTERNAL)
                .mapToLong(from -> entities.createQuery("select count(a)" + from, Long.class)
                        .setParameter("action", action)
                        .setParameter("waiting", DeletionRequests.REQUIRED_ACTION)
                        .setParameter("realmId", realm.getId())
                        .getSingleResult())
                .sum();
    }

    /** Users are kept in a cache that knows nothing of it. */
    @Override
    public void takeOff(RealmModel realm, String action) {
        for (String from : List.of(LOCAL, EXTERNAL)) {
            entities.createQuery("delete" + from)
                    .setParameter("action", action)
                    .setParameter("waiting", DeletionRequests.REQUIRED_ACTION)
                    .setParameter("realmId", realm.getId())
                    .executeUpdate();
        }
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.evict(realm);
        }
    }

    @Override
    public List<OwnedMapper> mappers(RealmModel realm, Collection<String> providers) {
        Stream<OwnedMapper> ofClients = rows(OF_CLIENTS, realm, providers)
                .map(row -> new OwnedMapper((String) row[0], (String) row[1], null, (String) row[2]));
        Stream<OwnedMapper> ofScopes = rows(OF_SCOPES, realm, providers)
                .map(row -> new OwnedMapper((String) row[0], null, (String) row[1], (String) row[2]));
        return Stream.concat(ofClients, ofScopes)
                .sorted(Comparator.comparing(OwnedMapper::owner).thenComparing(OwnedMapper::id))
                .toList();
    }

    @Override
    public Map<String, String> loginThemes(RealmModel realm) {
        Map<String, String> themes = new TreeMap<>();
        entities.createQuery(LOGIN_THEMES, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", DefaultThemeSelectorProvider.LOGIN_THEME_KEY)
                .getResultStream()
                .filter(row -> row[1] != null)
                .forEach(row -> themes.put((String) row[0], (String) row[1]));
        return themes;
    }

    private Stream<Object[]> rows(String query, RealmModel realm, Collection<String> providers) {
        return entities.createQuery(query, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("providers", providers)
                .getResultStream();
    }
}
