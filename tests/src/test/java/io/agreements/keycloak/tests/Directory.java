package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.store.DirectoryProviderFactory;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * A directory whose users Keycloak reads and does not import.
 *
 * @param id id of its component
 */
record Directory(Pop800 pop800, String id) {

    /** @param users their names, separated by commas */
    static Directory create(Pop800 pop800, String users, Instant created) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName("directory");
        component.setProviderId(DirectoryProviderFactory.ID);
        component.setProviderType("org.keycloak.storage.UserStorageProvider");
        component.setConfig(config(users, created));
        try (Response response = pop800.realm().admin().components().add(component)) {
            return new Directory(pop800, CreatedResponseUtil.getCreatedId(response));
        }
    }

    /** From now on there are these. */
    void hold(String users, Instant created) {
        ComponentRepresentation component =
                pop800.realm().admin().components().component(id).toRepresentation();
        component.setConfig(config(users, created));
        pop800.realm().admin().components().component(id).update(component);
    }

    /** What Keycloak calls a user of that name. */
    String userId(String username) {
        return "f:" + id + ":" + username;
    }

    private static MultivaluedHashMap<String, String> config(String users, Instant created) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("users", users);
        config.putSingle("created", String.valueOf(created.toEpochMilli()));
        config.putSingle("cachePolicy", "NO_CACHE");
        return config;
    }
}
