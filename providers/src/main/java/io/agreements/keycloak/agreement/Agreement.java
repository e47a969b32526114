package io.agreements.keycloak.agreement;

import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A document a realm shows its users, with all its versions.
 *
 * @param id identifies it in the store
 * @param key what it is found by within its realm, such as {@code user-registration}
 * @param requirement whether the service can be had without it
 * @param bindingLocale language tag of the text that binds; the others are for reading
 * @param position where it stands among the others on a page, ascending
 * @param audience whom it concerns
 * @param reacceptAfterDays after how many days an acceptance has to be renewed; null for never
 * @param edits how often its settings were changed
 * @param versions by ascending number
 */
public record Agreement(
        String id,
        String key,
        Requirement requirement,
        String bindingLocale,
        int position,
        Audience audience,
        Integer reacceptAfterDays,
        int edits,
        List<Version> versions) {

    /** What a key may look like: it stands in addresses and in names of form fields. */
    public static final String KEY_PATTERN = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

    public Agreement {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
    }

    /** The same with that version, in place of one with its number if there is one. */
    public Agreement with(Version version) {
        List<Version> others = new ArrayList<>(versions);
        others.removeIf(other -> other.number() == version.number());
        others.add(version);
        return new Agreement(id, key, requirement, bindingLocale, position, audience, reacceptAfterDays, edits, others);
    }

    /** Whether there is no service before the user has done what it asks for. */
    public boolean isRequired() {
        return requirement != Requirement.OPTIONAL;
    }

    /** Whether it is only to be taken note of. */
    public boolean isAcknowledgement() {
        return requirement == Requirement.ACKNOWLEDGEMENT;
    }

    /** What a user says who does what it asks for. */
    public Decision affirmation() {
        return isAcknowledgement() ? Decision.ACKNOWLEDGED : Decision.ACCEPTED;
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** Where one of its versions is in its life at that moment. */
    public VersionState state(Version version, Instant now) {
        Timeline timeline = version.timeline();
        if (timeline.publishedAt() == null) {
            return VersionState.DRAFT;
        }
        if (!timeline.isPublished(now)) {
            return VersionState.SCHEDULED;
        }
        if (timeline.isRetracted(now)) {
            return VersionState.RETRACTED;
        }
        int order = inForce(now)
                .map(inForce -> Integer.compare(version.number(), inForce.number()))
                .orElse(1);
        return order == 0 ? VersionState.IN_FORCE : order < 0 ? VersionState.SUPERSEDED : VersionState.ANNOUNCED;
    }

    /** The version new users get at that moment; empty if there is none yet. */
    public Optional<Version> inForce(Instant now) {
        return newest(version -> version.timeline().isEffective(now));
    }

    /** The version existing users may accept at that moment, which may be ahead of the one in force. */
    public Optional<Version> open(Instant now) {
        return newest(version -> version.timeline().isOpen(now));
    }

    /** Whether a material version newer than the one with that number can be accepted at that moment. */
    public boolean hasNewer(int acceptedNumber, Instant now) {
        return newest(version -> version.timeline().isOpen(now) && version.material())
                .filter(version -> version.number() > acceptedNumber)
                .isPresent();
    }

    /**
     * The number of the version on which, or on a later one, a decision has to be to count at that moment: the newest open
     * one that is material, or else the oldest open one. Empty if none is open.
     */
    public Optional<Integer> threshold(Instant now) {
        return newest(version -> version.timeline().isOpen(now) && version.material())
                .or(() -> versions.stream()
                        .filter(version -> version.timeline().isOpen(now))
                        .findFirst())
                .map(Version::number);
    }

    /** Acceptances given at that moment or before have to be renewed at the other; empty if none ever has. */
    public Optional<Instant> lapsedAt(Instant now) {
        return Optional.ofNullable(reacceptAfterDays).map(days -> now.minus(Duration.ofDays(days)));
    }

    /** Until when an acceptance given at that moment lasts; empty if it need not be renewed. */
    public Optional<Instant> lastsUntil(Instant acceptedAt) {
        return Optional.ofNullable(reacceptAfterDays).map(days -> acceptedAt.plus(Duration.ofDays(days)));
    }

    /**
     * Whether an acceptance of the version with that number still holds for an existing user: no material version has
     * been enforced since.
     */
    public boolean holds(int acceptedNumber, Instant now) {
        return newest(version -> version.timeline().isEnforced(now) && version.material())
                .map(version -> version.number() <= acceptedNumber)
                .orElse(true);
    }

    /** Whether a version that is effective now was so at that earlier moment already. */
    public boolean wasInForce(Instant earlier, Instant now) {
        return versions.stream()
                .map(Version::timeline)
                .anyMatch(timeline -> timeline.isEffective(now) && timeline.isEffective(earlier));
    }

    /** Whether any version has a timeline, even one that has not begun: what binds can no longer change then. */
    public boolean isPublished() {
        return versions.stream().anyMatch(version -> version.timeline().publishedAt() != null);
    }

    /** Whether any version is enforced at that moment, so that existing users cannot go on without the agreement. */
    public boolean isEnforced(Instant now) {
        return newest(version -> version.timeline().isEnforced(now)).isPresent();
    }

    private Optional<Version> newest(Predicate<Version> condition) {
        return versions.stream().filter(condition).reduce((older, newer) -> newer);
    }
}
