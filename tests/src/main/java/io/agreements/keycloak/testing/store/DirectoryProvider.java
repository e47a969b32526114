package io.agreements.keycloak.testing.store;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;

/** Looks users up by name and knows their password. */
public final class DirectoryProvider implements UserStorageProvider, UserLookupProvider, CredentialInputValidator {

    private final KeycloakSession session;
    private final ComponentModel component;

    DirectoryProvider(KeycloakSession session, ComponentModel component) {
        this.session = session;
        this.component = component;
    }

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
        if (DirectoryProviderFactory.AWAY.equals(component.get(DirectoryProviderFactory.USERS))) {
            throw new IllegalStateException("The directory does not answer");
        }
        return getUserByUsername(realm, StorageId.externalId(id));
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
        String users = component.get(DirectoryProviderFactory.USERS, "");
        return List.of(users.split(",")).contains(username) && !username.isEmpty()
                ? new DirectoryUser(session, realm, component, username)
                : null;
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
        return null;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return PasswordCredentialModel.TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return DirectoryProviderFactory.PASSWORD.equals(input.getChallengeResponse());
    }

    @Override
    public void close() {}
}
