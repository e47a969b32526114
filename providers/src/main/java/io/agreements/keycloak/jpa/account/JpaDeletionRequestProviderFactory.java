package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProviderFactory;
import io.agreements.keycloak.account.deletion.DeletionTask;
import io.agreements.keycloak.account.deletion.EventErasureTask;
import io.agreements.keycloak.jpa.task.JpaLeaseStore;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Shards;
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

    private static final String THREADS = "threads";
    private static final int DEFAULT_THREADS = 2;
    private static final int MOST_THREADS = 16;

    private Duration interval;
    private Shards shards;
    private int threads;

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
        shards = Shards.read(config);
        threads = Math.min(MOST_THREADS, Math.max(1, config.getInt(THREADS, DEFAULT_THREADS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Division division = new Division("deletion", JpaLeaseStore::of, ServerClock.INSTANCE);
        factory.register(
                TaskSchedule.onEveryNode(new DeletionTask(shards, threads, division, ServerClock.INSTANCE), interval));
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
                .property()
                .name(Shards.OPTION)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(Shards.DEFAULT)
                .helpText("Into how many parts the users are divided, of which each node takes its share.")
                .add()
                .property()
                .name(THREADS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_THREADS)
                .helpText("How many threads of a node delete accounts at once.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
