package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Version;

/**
 * Whom mail about a version is for: users who can sign in, have an e-mail address, and have accepted or taken note of
 * neither the version nor a later one.
 *
 * @param agreementId id of the agreement
 * @param versionNumber number of the version
 * @param past what they said before
 * @param role the role they hold, as {@link Audience} writes it; null for any
 */
public record MailingAudience(String agreementId, int versionNumber, Past past, String role) {

    public enum Past {
        /** Whatever it was, if anything. */
        ANY,
        /** They have decided on the agreement. */
        DECIDED,
        /** Their last word on the agreement is an acceptance. */
        ACCEPTED
    }

    /**
     * To an optional agreement whoever has not agreed is left in peace. Who signs in to which clients is not known in
     * advance; who has been asked there before is.
     */
    static MailingAudience of(Agreement agreement, Version version) {
        Audience audience = agreement.audience();
        Past past = !agreement.isRequired()
                ? Past.ACCEPTED
                : audience.type() == Audience.Type.CLIENTS ? Past.DECIDED : Past.ANY;
        String role = audience.type() == Audience.Type.ROLE
                ? audience.names().iterator().next()
                : null;
        return new MailingAudience(agreement.id(), version.number(), past, role);
    }
}
