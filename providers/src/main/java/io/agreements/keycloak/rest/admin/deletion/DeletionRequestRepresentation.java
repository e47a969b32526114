package io.agreements.keycloak.rest.admin.deletion;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.QueuedDeletion;
import io.agreements.keycloak.rest.SentJson;
import java.util.Optional;

/**
 * A user's wish to have the account deleted. Times are milliseconds since 1970 in UTC.
 *
 * @param username left out for a user whom an external store keeps
 * @param dueAt from when it is carried out
 * @param hold why it is not carried out meanwhile; left out if it is not held
 * @param cursor where it stands in the list, for {@code after}
 */
public record DeletionRequestRepresentation(
        String userId, String username, long requestedAt, long dueAt, HoldRepresentation hold, String cursor) {

    public static DeletionRequestRepresentation of(QueuedDeletion queued) {
        DeletionRequest request = queued.request();
        return new DeletionRequestRepresentation(
                request.userId(),
                queued.username(),
                request.requestedAt().toEpochMilli(),
                request.dueAt().toEpochMilli(),
                Optional.ofNullable(request.hold())
                        .map(hold -> HoldRepresentation.of(hold, queued.administrator()))
                        .orElse(null),
                DeletionCursor.of(request));
    }

    /**
     * An administrator keeps the account until something is settled.
     *
     * @param reason in the administrator's words
     * @param since when it was said; ignored when it is sent
     * @param administratorId user id of the administrator; ignored when it is sent
     * @param administrator current name of the administrator; left out for one who is gone or whom an external store keeps;
     *     ignored when it is sent
     */
    @JsonDeserialize(using = SentJson.class)
    public record HoldRepresentation(String reason, Long since, String administratorId, String administrator) {

        private static HoldRepresentation of(DeletionRequest.Hold hold, String administrator) {
            return new HoldRepresentation(
                    hold.reason(), hold.since().toEpochMilli(), hold.administratorId(), administrator);
        }
    }
}
