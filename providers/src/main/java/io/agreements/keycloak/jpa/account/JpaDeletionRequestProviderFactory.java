package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProviderFactory;
import io.agreements.keycloak.account.deletion.DeletionTask;
import io.agreements.keycloak.account.deletion.EventErasureTask;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaDeletionRequestProviderFactory implements DeletionRequestProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "task-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 60;

    private Duration interval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public DeletionRequestProvider create(KeycloakSession session) {
        return new JpaDeletionRequestProvider(
                session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new DeletionTask(ServerClock.INSTANCE), interval));
        factory.register(new TaskSchedule(new EventErasureTask(ServerClock.INSTANCE), interval));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText(
                        "Seconds between two looks at which accounts are due to be deleted, and at whose events are to be erased.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
