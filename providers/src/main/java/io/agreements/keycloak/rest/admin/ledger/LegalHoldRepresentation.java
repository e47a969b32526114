package io.agreements.keycloak.rest.admin.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.keycloak.ledger.hold.LegalHolds.Wish;
import io.agreements.keycloak.ledger.hold.ListedHold;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;

/**
 * A legal hold on the records of a user or of an agreement. Times are milliseconds since 1970 in UTC. To place one,
 * {@code reason}, {@code until} and one of {@code userId} and {@code agreement} are sent; anything else is ignored then.
 *
 * @param userId id of the user whose records are kept; left out if they are those of an agreement
 * @param username current name of the user; left out for one who is gone or whom an external store keeps
 * @param agreement key of the agreement whose records are kept; left out if they are those of a user
 * @param reason why, in words, at most 1000 characters
 * @param placedBy user id of the administrator who placed it
 * @param administrator current name of that administrator; left out for one who is gone or whom an external store keeps
 * @param until from when it ends by itself; left out if somebody has to lift it
 * @param endedAt when it was lifted, or ended by itself; left out while it lasts
 * @param liftedBy user id of the administrator who lifted it; left out if none did
 */
@JsonDeserialize(using = SentJson.class)
public record LegalHoldRepresentation(
        String id,
        String userId,
        String username,
        String agreement,
        String reason,
        String placedBy,
        String administrator,
        Long placedAt,
        Long until,
        Long endedAt,
        String liftedBy) {

    static LegalHoldRepresentation of(ListedHold listed) {
        Hold hold = listed.hold();
        return new LegalHoldRepresentation(
                hold.id(),
                hold.userId(),
                listed.username(),
                hold.agreementKey(),
                hold.reason(),
                hold.placedBy(),
                listed.administrator(),
                hold.placedAt().toEpochMilli(),
                millis(hold.until()),
                millis(hold.endedAt()),
                hold.liftedBy());
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Wish toWish() {
        Instant end = until == null ? null : Instant.ofEpochMilli(until);
        Limits.requireLines("reason", reason);
        Limits.requireSeen("reason", reason);
        Limits.requireMoment("until", end);
        return new Wish(userId, agreement, reason, end);
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
