package io.agreements.keycloak.rest.admin.user;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.rest.admin.UserCursor;

/**
 * A user, and the latest decision on an agreement; what follows the names is left out for one who never decided.
 *
 * @param username left out if it is not known
 * @param firstName left out if it is not known, as that of a user whom an external store keeps
 * @param lastName likewise
 * @param version number of the version decided on
 * @param locale language tag of the text that was shown
 * @param decidedAt milliseconds since 1970 in UTC
 * @param cursor stands for this row where the list is to go on behind it
 */
public record UserDecisionRepresentation(
        String userId,
        String username,
        String firstName,
        String lastName,
        Integer version,
        Decision decision,
        String locale,
        Long decidedAt,
        String cursor) {

    static UserDecisionRepresentation of(DecisionStatus status, UserDecision user) {
        return new UserDecisionRepresentation(
                user.userId(),
                user.username(),
                user.name().firstName(),
                user.name().lastName(),
                user.versionNumber(),
                user.decision(),
                user.locale(),
                user.decidedAt() == null ? null : user.decidedAt().toEpochMilli(),
                UserCursor.of(status, user));
    }
}
