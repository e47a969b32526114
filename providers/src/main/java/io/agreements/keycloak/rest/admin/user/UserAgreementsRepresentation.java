package io.agreements.keycloak.rest.admin.user;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.rest.admin.deletion.DeletionRequestRepresentation;
import java.util.List;

/**
 * Where one user stands with the agreements of a realm.
 *
 * @param deletion the user's wish to have the account deleted; left out if there is none
 */
public record UserAgreementsRepresentation(
        String userId, String username, List<UserAgreement> agreements, DeletionRequestRepresentation deletion) {

    /**
     * One agreement.
     *
     * @param title what it is called in the language of the request; left out if it has no text
     * @param standing left out if the user never decided
     * @param owed number of the version without which there is no service; left out if none is
     * @param offered number of the version that may be accepted or, of an optional agreement, refused; left out if none is
     */
    public record UserAgreement(
            String key,
            String title,
            Requirement requirement,
            StandingRepresentation standing,
            Integer owed,
            Integer offered) {}

    /**
     * The latest decision on an agreement.
     *
     * @param version number of the version decided on
     * @param locale language tag of the text that was shown
     * @param textDigest SHA-256 of that text, hexadecimal
     * @param decidedAt milliseconds since 1970 in UTC
     * @param recordId id of its record in the ledger
     * @param renewalRequestedAt when an administrator asked for it again, milliseconds since 1970 in UTC; left out if none did
     * @param renewalReason why, as the user is shown it; left out likewise
     */
    public record StandingRepresentation(
            int version,
            Decision decision,
            String locale,
            String textDigest,
            long decidedAt,
            String recordId,
            Long renewalRequestedAt,
            String renewalReason) {

        static StandingRepresentation of(Standing standing) {
            RenewalRequest renewal = standing.renewal();
            return new StandingRepresentation(
                    standing.versionNumber(),
                    standing.decision(),
                    standing.locale(),
                    standing.textDigest(),
                    standing.decidedAt().toEpochMilli(),
                    standing.recordId(),
                    renewal == null ? null : renewal.requestedAt().toEpochMilli(),
                    renewal == null ? null : renewal.reason());
        }
    }
}
