package io.agreements.keycloak.jpa.disclosure;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.departure.DepartedEvent;
import io.agreements.keycloak.account.departure.ExternalUsersSweep;
import io.agreements.keycloak.disclosure.DisclosureProvider;
import io.agreements.keycloak.disclosure.DisclosureProviderFactory;
import io.agreements.keycloak.disclosure.DisclosureTask;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.StorageId;

public final class JpaDisclosureProviderFactory implements DisclosureProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "task-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 60;
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    private Duration interval;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public DisclosureProvider create(KeycloakSession session) {
        return new JpaDisclosureProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new TaskSchedule(new DisclosureTask(ServerClock.INSTANCE), interval));
        factory.register(JpaDisclosureProviderFactory::forgetNames);
        factory.register(new TaskSchedule(
                new ExternalUsersSweep(
                        "DisclosureSweep",
                        (session, realm, after) ->
                                session.getProvider(DisclosureProvider.class).externalUsers(realm, after),
                        ServerClock.INSTANCE),
                SWEEP_INTERVAL));
    }

    /** The register outlives its users; but the id of a user whom an external store keeps is a name. */
    private static void forgetNames(ProviderEvent event) {
        if (event instanceof DepartedEvent departed) {
            DisclosureProvider register = departed.session().getProvider(DisclosureProvider.class);
            if (departed.userIds().isEmpty()) {
                register.removeUsersOf(departed.realm(), departed.userStoreId());
            } else {
                register.removeUsers(
                        departed.realm(),
                        departed.userIds().stream()
                                .filter(userId -> !StorageId.isLocalStorage(userId))
                                .toList());
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
                .helpText("Seconds between two looks at which users may be told to whom data about them was given.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}
