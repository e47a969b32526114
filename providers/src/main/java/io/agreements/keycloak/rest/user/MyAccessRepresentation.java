package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.deletion.RecordsAhead;

/**
 * What the user may do by this token, and by which rules of the realm. Somebody else who acts as the user may only look.
 *
 * @param decide accept, decline and withdraw; revoke consents to clients
 * @param export get a copy of the data
 * @param report say that something was not the user's own doing
 * @param delete ask for the deletion of the account, by REST or where that takes another sign-in
 * @param deletionRequested whether the account waits for its deletion
 * @param eventsErased whether that takes the user's sign-ins out of Keycloak's event store too
 * @param recordsAhead what becomes of the name in the user's records then
 * @param coolingOffDays how long an account stays after its deletion was asked for
 * @param timeZone IANA name of the zone dates are given in, or its offset from UTC
 */
public record MyAccessRepresentation(
        boolean decide,
        boolean export,
        boolean report,
        boolean delete,
        boolean deletionRequested,
        boolean eventsErased,
        RecordsAhead recordsAhead,
        long coolingOffDays,
        String timeZone) {}
