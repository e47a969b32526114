package io.agreements.keycloak.acceptance.user;

import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;

/**
 * A user, and the latest decision on an agreement.
 *
 * @param userId id of the user
 * @param username the current name; of a user whom an external store keeps, the one on record. Null if that is not known
 * @param versionNumber number of the version decided on; null where there is no decision, as are all that follow
 * @param decision what was said
 * @param locale language tag of the text that was shown; may be null
 * @param decidedAt when, in UTC
 * @param name what the user is called besides
 */
public record UserDecision(
        String userId,
        String username,
        Integer versionNumber,
        Decision decision,
        String locale,
        Instant decidedAt,
        PersonName name) {

    /** Of a user of whom no other name is known. */
    public UserDecision(
            String userId,
            String username,
            Integer versionNumber,
            Decision decision,
            String locale,
            Instant decidedAt) {
        this(userId, username, versionNumber, decision, locale, decidedAt, PersonName.NONE);
    }
}
