package io.agreements.keycloak.setup.condition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Finds what realms have of the product where Keycloak's own models would have to go through everything. */
public interface SetupProvider extends Provider {

    /**
     * How many users have a required action to do. Whoever waits for the deletion of the account does not count: that action
     * is part of the request.
     */
    long usersWith(RealmModel realm, String action);

    /** Takes a required action off those users, in one go. */
    void takeOff(RealmModel realm, String action);

    /**
     * Mappers of clients and client scopes.
     *
     * @param providers ids of the mappers' providers
     * @return by the name of what they belong to
     */
    List<OwnedMapper> mappers(RealmModel realm, Collection<String> providers);

    /** Login themes that clients have chosen for themselves, by client id. */
    Map<String, String> loginThemes(RealmModel realm);

    @Override
    default void close() {}

    /**
     * A mapper.
     *
     * @param id of the mapper
     * @param clientId internal id of its client; null if it belongs to a client scope
     * @param scopeId id of its client scope; null if it belongs to a client
     * @param owner client id, or name of the client scope
     */
    record OwnedMapper(String id, String clientId, String scopeId, String owner) {}
}
