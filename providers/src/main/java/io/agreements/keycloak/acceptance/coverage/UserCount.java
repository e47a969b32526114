package io.agreements.keycloak.acceptance.coverage;

import java.util.Map;

/**
 * How many users there are to decide.
 *
 * @param local users in Keycloak's own table, without the accounts of clients
 * @param external by id of an agreement, users who decided on it and whom an external store keeps; more may be there who
 *     never did
 */
public record UserCount(long local, Map<String, Long> external) {

    public UserCount {
        external = Map.copyOf(external);
    }

    /** How many are known that the agreement with that id may concern. */
    long of(String agreementId) {
        return local + external.getOrDefault(agreementId, 0L);
    }
}
