package io.agreements.keycloak.acceptance.legacy;

import java.time.Instant;

/**
 * An acceptance as it was kept before, or why it cannot be read.
 *
 * @param line number of its line; null where there are no lines
 * @param user id, user name or e-mail address; null if that cannot be read
 * @param acceptedAt when, in UTC; null if that cannot be read
 * @param locale language tag of the text accepted; null for the binding one
 * @param problem what is wrong with it; null if nothing is
 */
record LegacyAcceptance(Long line, String user, Instant acceptedAt, String locale, String problem) {

    static LegacyAcceptance wrong(Long line, String user, String problem) {
        return new LegacyAcceptance(line, user, null, null, problem);
    }
}
