package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * What a mailing is about.
 *
 * @param version one of the agreement
 */
public record MailingSubject(Agreement agreement, Version version) {

    /** Why users cannot be written to about it at that moment, in words for an administrator; empty if they can. */
    Optional<String> obstacle(Instant now) {
        return switch (agreement.state(version, now)) {
            case ANNOUNCED, IN_FORCE -> Optional.empty();
            case DRAFT -> Optional.of("The version is a draft: publish it first.");
            case SCHEDULED ->
                Optional.of("The version is not published yet: nobody could read what the mail is about.");
            case SUPERSEDED -> Optional.of("The version is superseded by a newer one: write about that one.");
            case RETRACTED -> Optional.of("The version has been retracted.");
        };
    }

    MailingAudience audience() {
        return MailingAudience.of(agreement, version);
    }

    /**
     * The number of the version with which somebody compares this one: the one accepted, or the one published before.
     *
     * @param acceptedVersion null if there is none
     * @return empty if it is the first
     */
    Optional<Integer> comparedWith(Integer acceptedVersion, Instant now) {
        return acceptedVersion != null
                ? Optional.of(acceptedVersion)
                : agreement.versions().stream()
                        .filter(other -> other.number() < version.number()
                                && other.timeline().isOpen(now))
                        .map(Version::number)
                        .reduce((older, newer) -> newer);
    }
}
