package io.agreements.keycloak.rest.admin;

/**
 * What the caller may do in the realm, so that a console offers nothing else, and in which zone it tells the time.
 *
 * @param viewRealm see agreements
 * @param manageRealm change them
 * @param queryUsers see whom they concern
 * @param viewUsers see every user, and who wants an account deleted
 * @param manageUsers decide about those deletions
 * @param viewEvents read the ledger
 * @param timeZone by which the realm tells moments and days: an IANA name, or an offset such as {@code +08:00}
 */
public record AccessRepresentation(
        boolean viewRealm,
        boolean manageRealm,
        boolean queryUsers,
        boolean viewUsers,
        boolean manageUsers,
        boolean viewEvents,
        String timeZone) {}
