package io.agreements.keycloak.testing.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A user for tests: enabled, with a confirmed e-mail address and a name, so that nothing is asked but what a test wants. */
public final class UserBuilder {
    private final UserRepresentation user = new UserRepresentation();

    private UserBuilder(String username) {
        user.setUsername(username);
        user.setEnabled(true);
        user.setEmail(username.contains("@") ? username : username + "@example.org");
        user.setEmailVerified(true);
        user.setFirstName("Test");
        user.setLastName("User");
        user.setAttributes(new HashMap<>());
        user.setRequiredActions(new ArrayList<>());
        user.setRealmRoles(new ArrayList<>());
        password(username);
    }

    /** A user whose password is the user name. */
    public static UserBuilder named(String username) {
        return new UserBuilder(username);
    }

    /** With this password. */
    public UserBuilder password(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        user.setCredentials(List.of(credential));
        return this;
    }

    /** With this attribute of the user profile. */
    public UserBuilder attribute(String name, String... values) {
        Map<String, List<String>> attributes = user.getAttributes();
        attributes.put(name, List.of(values));
        return this;
    }

    /** With this required action to do. */
    public UserBuilder requiredAction(String alias) {
        user.getRequiredActions().add(alias);
        return this;
    }

    /** Holding this role of the realm. */
    public UserBuilder role(String name) {
        user.getRealmRoles().add(name);
        return this;
    }

    /** What the admin client takes. */
    public UserRepresentation build() {
        return user;
    }
}
