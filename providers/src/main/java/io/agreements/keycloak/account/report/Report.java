package io.agreements.keycloak.account.report;

/**
 * What was done when a user reported something that was not the user's own doing.
 *
 * @param sessionsEnded how many sessions were ended, offline ones included
 * @param passwordAsked whether the next sign-in asks for a new password; false where the user has none that could be
 *     changed here
 */
public record Report(int sessionsEnded, boolean passwordAsked) {}
