package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerProviderFactory;
import io.agreements.keycloak.ledger.hold.HoldTask;
import io.agreements.keycloak.ledger.retention.RetentionTask;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class JpaLedgerProviderFactory implements LedgerProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "retention-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 3600;

    private static final String HOLD_INTERVAL = "hold-interval";
    private static final int DEFAULT_HOLD_INTERVAL_SECONDS = 300;

    private Duration interval;
    private Duration holdInterval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public LedgerProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new JpaLedgerProvider(entities, UserRows.of(session, entities));
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
        holdInterval = Duration.ofSeconds(Math.max(1, config.getInt(HOLD_INTERVAL, DEFAULT_HOLD_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new RetentionTask(ServerClock.INSTANCE), interval));
        factory.register(new TaskSchedule(new HoldTask(ServerClock.INSTANCE), holdInterval));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which IP addresses and user agents have expired.")
                .add()
                .property()
                .name(HOLD_INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_HOLD_INTERVAL_SECONDS)
                .helpText(
                        "Seconds between two looks at which legal holds are over, and at what they kept from being erased.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
