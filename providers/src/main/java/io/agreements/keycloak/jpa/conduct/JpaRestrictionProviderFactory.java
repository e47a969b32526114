package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.departure.DepartedEvent;
import io.agreements.keycloak.account.departure.ExternalUsersSweep;
import io.agreements.keycloak.conduct.NoticeTask;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionProviderFactory;
import io.agreements.keycloak.conduct.barred.BarredNamesTask;
import io.agreements.keycloak.jpa.UserRows;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

public final class JpaRestrictionProviderFactory implements RestrictionProviderFactory {

    private static final String INTERVAL = "task-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 60;
    private static final Duration BARRED_INTERVAL = Duration.ofHours(1);
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    private final RestrictedRealms realms = new RestrictedRealms(ServerClock.INSTANCE);
    private Duration interval;

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
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new NoticeTask(ServerClock.INSTANCE), interval));
        factory.register(JpaRestrictionProviderFactory::remove);
        factory.register(new TaskSchedule(
                new ExternalUsersSweep(
                        "RestrictionSweep",
                        (session, realm, after) ->
                                session.getProvider(RestrictionProvider.class).externalUsers(realm, after),
                        ServerClock.INSTANCE),
                SWEEP_INTERVAL));
        factory.register(new TaskSchedule(new BarredNamesTask(ServerClock.INSTANCE), BARRED_INTERVAL));
    }

    private static void remove(ProviderEvent event) {
        if (event instanceof DepartedEvent departed) {
            RestrictionProvider restrictions = departed.session().getProvider(RestrictionProvider.class);
            if (!departed.userIds().isEmpty()) {
                restrictions.removeUsers(departed.realm(), departed.userIds());
            } else if (departed.userStoreId() != null) {
                restrictions.removeUsersOf(departed.realm(), departed.userStoreId());
            } else {
                restrictions.removeRealm(departed.realm());
            }
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which notices have become suspensions.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
