package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.account.mailing.MailingProviderFactory;
import io.agreements.keycloak.account.mailing.MailingTask;
import io.agreements.keycloak.jpa.task.JpaLeaseStore;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Shards;
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

    private static final String THREADS = "threads";
    private static final int DEFAULT_THREADS = 4;
    private static final int MOST_THREADS = 64;

    private Duration interval;
    private Shards shards;
    private int threads;

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
    public Shards shards() {
        return shards;
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
        shards = Shards.read(config);
        threads = Math.min(MOST_THREADS, Math.max(1, config.getInt(THREADS, DEFAULT_THREADS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Division division = new Division("mailing", JpaLeaseStore::of, ServerClock.INSTANCE);
        factory.register(TaskSchedule.onEveryNode(new MailingTask(threads, division, ServerClock.INSTANCE), interval));
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
                .property()
                .name(Shards.OPTION)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(Shards.DEFAULT)
                .helpText("Into how many parts the users of a mailing are divided at most, of which each node takes its"
                        + " share.")
                .add()
                .property()
                .name(THREADS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_THREADS)
                .helpText("How many mails a node sends at once.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
