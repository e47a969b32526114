package io.agreements.keycloak.acceptance.obligation;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user is still asked. Of an {@code OPTIONAL} agreement it may be refused; of any other it is owed.
 *
 * @param agreement the agreement
 * @param version the version to decide on
 * @param standing the user's decision on the agreement that counts; null if there is none
 * @param latest the user's latest decision on it, which an answer replaces: another one if its version is retracted since,
 *     or it is of somebody else who had the user's id before
 * @param affirmed the decision by which the user accepted or took note of it last, though another version may have been
 *     declined since; null if there is none
 */
public record Obligation(Agreement agreement, Version version, Standing standing, Standing latest, Standing affirmed) {

    /** Where the latest decision counts, or there is none. */
    public Obligation(Agreement agreement, Version version, Standing standing) {
        this(agreement, version, standing, standing, standing != null && standing.affirms(agreement) ? standing : null);
    }

    /** The same, where an answer replaces the latest of these decisions. */
    Obligation replacing(Standings standings) {
        Standing before = affirmed == null ? standings.affirmed(agreement.id()).orElse(null) : affirmed;
        return new Obligation(
                agreement, version, standing, standings.stored(agreement.id()).orElse(null), before);
    }

    /** What it is, for those who read messages of clients: the key and the number of the version. */
    public String name() {
        return "agreement " + agreement.key() + " version " + version.number();
    }

    /** What the user has to do, for those who read messages of clients. */
    public String demand() {
        return (agreement.isAcknowledgement() ? "take note of " : "accept ") + name();
    }

    /** Whether the user's latest decision was on this very version. */
    public boolean isAskedAgain() {
        return latest != null && latest.versionNumber() == version.number();
    }

    /** Whether the user accepted or took note of an earlier version, so that it is the change that matters. */
    public boolean isChange() {
        return affirmed != null && affirmed.versionNumber() < version.number();
    }

    /** Whether the user accepted or took note of this very version, and has to say so again because time has passed. */
    public boolean isRenewal() {
        return isAffirmed() && standing.versionNumber() == version.number();
    }

    /** Why an administrator wants the user to accept again; empty if none does. */
    public Optional<String> renewalReason() {
        return Optional.ofNullable(standing).map(Standing::renewal).map(RenewalRequest::reason);
    }

    /** Whether the user is told of the change and says yes to it by going on. */
    public boolean isNotice() {
        return isAffirmed() && isChange() && version.material() && version.acceptance() == AcceptanceMode.CONTINUED_USE;
    }

    /** Since when a version is enforced that the user has not accepted; empty if that is not why it is owed. */
    public Optional<Instant> enforcedSince(Instant now) {
        return agreement.versions().stream()
                .filter(enforced -> enforced.timeline().isEnforced(now))
                .filter(enforced ->
                        !isAffirmed() || enforced.material() && enforced.number() > standing.versionNumber())
                .map(enforced -> enforced.timeline().enforcedAt())
                .min(Instant::compareTo);
    }

    /** Since when it is owed because the version accepted last was retracted; empty if that is not why. */
    Optional<Instant> retractedSince() {
        return Optional.ofNullable(latest)
                .filter(decided -> !decided.equals(standing))
                .flatMap(decided -> agreement.version(decided.versionNumber()))
                .map(retracted -> retracted.timeline().retractedAt());
    }

    private boolean isAffirmed() {
        return standing != null && standing.affirms(agreement);
    }
}
