package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.departure.DepartedEvent;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionProviderFactory;
import io.agreements.keycloak.conduct.barred.BarredNamesTask;
import io.agreements.keycloak.jpa.UserRows;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderEvent;

public final class JpaRestrictionProviderFactory implements RestrictionProviderFactory {

    private static final Duration BARRED_INTERVAL = Duration.ofHours(1);

    private final RestrictedRealms realms = new RestrictedRealms(ServerClock.INSTANCE);

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public RestrictionProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new JpaRestrictionProvider(entities, UserRows.of(session, entities), realms);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(JpaRestrictionProviderFactory::remove);
        factory.register(new TaskSchedule(new BarredNamesTask(ServerClock.INSTANCE), BARRED_INTERVAL));
    }

    private static void remove(ProviderEvent event) {
        if (event instanceof DepartedEvent departed) {
            RestrictionProvider restrictions = departed.session().getProvider(RestrictionProvider.class);
            if (departed.userId() != null) {
                restrictions.removeUser(departed.realm(), departed.userId());
            } else if (departed.userStoreId() != null) {
                restrictions.removeUsersOf(departed.realm(), departed.userStoreId());
            } else {
                restrictions.removeRealm(departed.realm());
            }
        }
    }

    @Override
    public void close() {}
}
