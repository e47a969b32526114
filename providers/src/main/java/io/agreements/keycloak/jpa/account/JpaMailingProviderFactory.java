package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.account.mailing.MailingProviderFactory;
import io.agreements.keycloak.account.mailing.MailingTask;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaMailingProviderFactory implements MailingProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "task-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 10;

    private Duration interval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailingProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new JpaMailingProvider(entities, new AddresseeQueries(session, entities));
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new MailingTask(ServerClock.INSTANCE), interval));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two runs in which mail about new versions goes out.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
