package io.agreements.keycloak.rest.admin.disclosure;

import io.agreements.keycloak.disclosure.ConcernedUser;

/**
 * A user whom an entry of the register concerns.
 *
 * @param userId id of the user, who may be gone
 * @param toldAt since when it is in the user's list, milliseconds since 1970 in UTC; left out if it is not
 */
public record ConcernedUserRepresentation(String userId, Long toldAt) {

    static ConcernedUserRepresentation of(ConcernedUser user) {
        return new ConcernedUserRepresentation(
                user.userId(), user.toldAt() == null ? null : user.toldAt().toEpochMilli());
    }
}
