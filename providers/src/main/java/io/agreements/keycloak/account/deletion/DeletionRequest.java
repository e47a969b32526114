package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.agreement.Limits;
import java.time.Instant;

/**
 * A user's wish to have the account deleted, in its cooling-off time.
 *
 * @param realmId id of the realm
 * @param userId id of the user
 * @param requestedAt when it was asked for, in UTC
 * @param dueAt from when it is carried out, in UTC
 * @param hold why it is not carried out meanwhile; null if it is not held
 */
public record DeletionRequest(String realmId, String userId, Instant requestedAt, Instant dueAt, Hold hold) {

    /**
     * An administrator keeps the account until something is settled, such as a dispute.
     *
     * @param reason in the administrator's words
     * @param since when it was said, in UTC
     * @param administratorId user id of the administrator
     */
    public record Hold(String reason, Instant since, String administratorId) {

        /** Characters of a reason. */
        public static final int REASON_LENGTH = 1000;

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public Hold {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException("reason must be given: why the account is kept");
            }
            if (reason.length() > REASON_LENGTH) {
                throw new IllegalArgumentException(
                        "reason has " + reason.length() + " characters; there is room for " + REASON_LENGTH);
            }
            Limits.requireLines("reason", reason);
            Limits.requireSeen("reason", reason);
        }
    }
}
