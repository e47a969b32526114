package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.ledger.details.DisclosureGround;
import java.time.Instant;

/**
 * Which entries are meant: those for which all that is said holds.
 *
 * @param userId null for all users
 * @param ground null for any
 * @param first how many to pass over
 * @param max the most there are to be
 * @param after only what comes behind it in the list; null from the latest
 */
public record DisclosureQuery(String userId, DisclosureGround ground, int first, int max, Place after) {

    /**
     * Where an entry stands in a list, or in a list of those whom entries concern one of these.
     *
     * @param userId null for the entry as a whole
     */
    public record Place(Instant registeredAt, String disclosureId, String userId) {

        public static Place of(Disclosure disclosure) {
            return new Place(disclosure.registeredAt(), disclosure.id(), null);
        }

        public static Place of(ConcernedUser user) {
            return new Place(user.disclosure().registeredAt(), user.disclosure().id(), user.userId());
        }
    }
}
