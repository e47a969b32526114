package io.agreements.keycloak.rest.admin;

/**
 * How fast mail is to go out.
 *
 * @param perMinute the most mails a minute, from 1 to 6000; if left out 60 at first, and later as it was
 */
public record MailingRateRepresentation(Integer perMinute) {}
