package io.agreements.keycloak.testing.store;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;

/**
 * A directory of users that Keycloak reads and never imports, in a jar that only servers under test have. Its component says
 * who is in it: {@code users} are names separated by commas, {@code created} the time in ms at which all came.
 */
public final class DirectoryProviderFactory implements UserStorageProviderFactory<DirectoryProvider> {

    /** What components name. */
    public static final String ID = "testing-directory";

    /** The password of every user. */
    public static final String PASSWORD = "Quiet-river-2026";

    /** In place of users: it does not answer. */
    public static final String AWAY = "away";

    static final String USERS = "users";
    static final String CREATED = "created";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public DirectoryProvider create(KeycloakSession session, ComponentModel component) {
        return new DirectoryProvider(session, component);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(
                new ProviderConfigProperty(USERS, USERS, null, ProviderConfigProperty.STRING_TYPE, null),
                new ProviderConfigProperty(CREATED, CREATED, null, ProviderConfigProperty.STRING_TYPE, null));
    }
}
