package io.agreements.keycloak.ledger.hold;

import java.time.Instant;

/**
 * A legal hold: what identifies persons in the records of one user, or of one agreement, is neither erased nor expires.
 * It lasts until its end is put on record; a date alone ends nothing.
 *
 * @param id random
 * @param realmId id of the realm, which may be gone
 * @param userId whose records; null if they are those of an agreement
 * @param agreementKey the agreement whose records; null if they are those of a user
 * @param reason in the administrator's words
 * @param placedBy user id of the administrator
 * @param placedAt when, in UTC
 * @param until from when it is to end by itself, in UTC; null if somebody has to lift it
 * @param endedAt when it ended, in UTC; null while it lasts
 * @param liftedBy user id of the administrator who lifted it; null if none did
 */
public record Hold(
        String id,
        String realmId,
        String userId,
        String agreementKey,
        String reason,
        String placedBy,
        Instant placedAt,
        Instant until,
        Instant endedAt,
        String liftedBy) {

    /** Characters of a reason. */
    public static final int REASON_LENGTH = 1000;

    /**
     * The same, as it is to be placed: what is stored is taken as it is, so that a row somebody has changed holds up no other.
     *
     * @throws IllegalArgumentException with what is wrong in words for an administrator
     */
    public Hold checked() {
        if ((userId == null) == (agreementKey == null)) {
            throw new IllegalArgumentException("userId or agreement must be given, and not both");
        }
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("reason must be given: why the records are kept");
        }
        if (reason.length() > REASON_LENGTH) {
            throw new IllegalArgumentException(
                    "reason has " + reason.length() + " characters; there is room for " + REASON_LENGTH);
        }
        if (until != null && !until.isAfter(placedAt)) {
            throw new IllegalArgumentException("until must lie in the future");
        }
        return this;
    }

    public boolean isActive() {
        return endedAt == null;
    }

    /** The same, over. */
    public Hold ended(Instant when, String administratorId) {
        return new Hold(id, realmId, userId, agreementKey, reason, placedBy, placedAt, until, when, administratorId);
    }
}
