package io.agreements.keycloak.ledger;

import java.util.List;
import java.util.Set;

/**
 * What was erased of a user.
 *
 * @param userId what the user is called in the ledger from now on: the id, or another pseudonym where the id was a name
 * @param records from how many records something was erased
 * @param groups what of them
 * @param usernames those that were erased
 */
public record Erasure(String userId, long records, Set<ErasableGroup> groups, List<String> usernames) {

    public Erasure {
        groups = Set.copyOf(groups);
        usernames = List.copyOf(usernames);
    }
}
