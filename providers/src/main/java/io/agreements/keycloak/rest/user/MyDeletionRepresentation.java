package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.deletion.DeletionRequest;

/**
 * The user's wish to have the account deleted. Times are milliseconds since 1970 in UTC.
 *
 * @param requestedAt when it was asked for
 * @param dueAt from when it is carried out
 * @param held whether the account is kept until something is settled
 */
public record MyDeletionRepresentation(long requestedAt, long dueAt, boolean held) {

    static MyDeletionRepresentation of(DeletionRequest request) {
        return new MyDeletionRepresentation(
                request.requestedAt().toEpochMilli(), request.dueAt().toEpochMilli(), request.hold() != null);
    }
}
