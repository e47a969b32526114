package io.agreements.keycloak.ledger;

import java.util.List;

/**
 * Ids of users that were found by going through a table part by part.
 *
 * @param found those of this part; may be none
 * @param next where to go on; null at the end
 */
public record UserIds(List<String> found, String next) {

    public UserIds {
        found = List.copyOf(found);
    }
}
