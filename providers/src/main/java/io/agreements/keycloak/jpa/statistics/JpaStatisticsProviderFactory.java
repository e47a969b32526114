package io.agreements.keycloak.jpa.statistics;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.statistics.StatisticsProvider;
import io.agreements.keycloak.statistics.StatisticsProviderFactory;
import io.agreements.keycloak.statistics.StatisticsTask;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaStatisticsProviderFactory implements StatisticsProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "task-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 3600;

    private Duration interval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StatisticsProvider create(KeycloakSession session) {
        return new JpaStatisticsProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new StatisticsTask(ServerClock.INSTANCE), interval));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which days are over and have to be counted.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
