package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Limits;
import java.time.Instant;

/**
 * What an administrator asks of a user whose acceptance would be good: to say so again. It ends with the next decision on the
 * agreement.
 *
 * @param requestedAt when, in UTC
 * @param reason in the administrator's words, as the user is shown it
 * @param administratorId user id of the administrator
 */
public record RenewalRequest(Instant requestedAt, String reason, String administratorId) {

    /** Characters of a reason. */
    public static final int REASON_LENGTH = 500;

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public RenewalRequest {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("reason must be given: it is shown to the user");
        }
        if (reason.length() > REASON_LENGTH) {
            throw new IllegalArgumentException(
                    "reason has " + reason.length() + " characters; there is room for " + REASON_LENGTH);
        }
        Limits.requireLines("reason", reason);
        Limits.requireSeen("reason", reason);
    }
}
