package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.account.mail.Recipient;

/**
 * Somebody to be written to.
 *
 * @param acceptedVersion number of the version the user accepted last; null if there is none
 */
public record Addressee(Recipient recipient, Integer acceptedVersion) {}
