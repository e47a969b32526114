package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.AcceptanceProviderFactory;
import io.agreements.keycloak.account.departure.DepartureSweep;
import io.agreements.keycloak.account.departure.RealmErasureTask;
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

public final class JpaAcceptanceProviderFactory implements AcceptanceProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "sweep-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 3600;
    private static final Duration REALM_INTERVAL = Duration.ofMinutes(1);

    /** Shared by all that ask this node. */
    private final KeptNumbers numbers = new KeptNumbers(ServerClock.INSTANCE);

    private Duration interval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AcceptanceProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        UserRows rows = UserRows.of(session, entities);
        PermittedUsers permitted = new PermittedUsers(session, entities);
        return new JpaAcceptanceProvider(
                session,
                entities,
                new StandingQueries(entities, permitted, numbers, ServerClock.INSTANCE),
                new UserLists(entities, permitted, numbers),
                new UserTables(entities, rows),
                rows);
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new DepartureSweep(ServerClock.INSTANCE), interval));
        factory.register(new TaskSchedule(new RealmErasureTask(ServerClock.INSTANCE), REALM_INTERVAL));
        factory.register(new RemadeRealms());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which users are gone although nothing announced it.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
