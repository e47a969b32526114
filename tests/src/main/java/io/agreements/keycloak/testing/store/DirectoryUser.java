package io.agreements.keycloak.testing.store;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.UserCredentialManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.storage.adapter.AbstractUserAdapter;

/** Nothing of it can be changed. */
final class DirectoryUser extends AbstractUserAdapter {

    private final String username;

    DirectoryUser(KeycloakSession session, RealmModel realm, ComponentModel component, String username) {
        super(session, realm, component);
        this.username = username;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getEmail() {
        return username + "@example.org";
    }

    @Override
    public String getFirstName() {
        return username;
    }

    @Override
    public String getLastName() {
        return "Directory";
    }

    @Override
    public Long getCreatedTimestamp() {
        String created = storageProviderModel.get(DirectoryProviderFactory.CREATED);
        return created == null || created.isEmpty() ? null : Long.valueOf(created);
    }

    /** It never has any, so there is nothing to refuse. */
    @Override
    public void removeRequiredAction(String action) {}

    @Override
    public SubjectCredentialManager credentialManager() {
        return new UserCredentialManager(session, realm, this);
    }
}
