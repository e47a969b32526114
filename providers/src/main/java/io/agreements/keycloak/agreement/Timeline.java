package io.agreements.keycloak.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moments of a version's life, in UTC. A version's state is derived from them and the clock, never stored.
 *
 * @param publishedAt from when users may read and accept it; null for a draft
 * @param effectiveAt from when new users get it; null for a draft
 * @param enforcedAt from when existing users cannot go on without it; null for a draft
 * @param retractedAt from when it is pulled back and the version before is in force again; null if it is not
 */
public record Timeline(Instant publishedAt, Instant effectiveAt, Instant enforcedAt, Instant retractedAt) {

    /** The timeline of a version nobody but its authors may see. */
    public static final Timeline DRAFT = new Timeline(null, null, null, null);

    /**
     * @throws IllegalArgumentException if only some of the first three moments are given, or they are out of order, or what
     *     was never published is retracted, or a moment is too far away to be meant
     */
    public Timeline {
        Limits.requireMoment("publishedAt", publishedAt);
        Limits.requireMoment("effectiveAt", effectiveAt);
        Limits.requireMoment("enforcedAt", enforcedAt);
        Limits.requireMoment("retractedAt", retractedAt);
        boolean draft = publishedAt == null && effectiveAt == null && enforcedAt == null;
        if (!draft) {
            if (publishedAt == null || effectiveAt == null || enforcedAt == null) {
                throw new IllegalArgumentException(
                        "a published version has all of publishedAt, effectiveAt, enforcedAt");
            }
            if (effectiveAt.isBefore(publishedAt) || enforcedAt.isBefore(effectiveAt)) {
                throw new IllegalArgumentException("publishedAt, effectiveAt, enforcedAt must not be out of order");
            }
        }
        if (retractedAt != null && (draft || retractedAt.isBefore(publishedAt))) {
            throw new IllegalArgumentException("retractedAt must not come before publishedAt");
        }
    }

    /** Whether the version has been published by that moment. It can be read from then on, even once it is retracted. */
    public boolean isPublished(Instant now) {
        return reached(publishedAt, now);
    }

    /** Whether users may accept the version at that moment. */
    public boolean isOpen(Instant now) {
        return reached(publishedAt, now) && !isRetracted(now);
    }

    /** Whether new users get the version at that moment. */
    public boolean isEffective(Instant now) {
        return reached(effectiveAt, now) && !isRetracted(now);
    }

    /** Whether existing users cannot go on without the version at that moment. */
    public boolean isEnforced(Instant now) {
        return reached(enforcedAt, now) && !isRetracted(now);
    }

    /** Whether the version has been pulled back by that moment. */
    public boolean isRetracted(Instant now) {
        return reached(retractedAt, now);
    }

    /** The first moment after the given one at which the state changes; empty if none is known. */
    public Optional<Instant> nextChangeAfter(Instant now) {
        return Stream.of(publishedAt, effectiveAt, enforcedAt, retractedAt)
                .filter(moment -> moment != null && moment.isAfter(now))
                .min(Instant::compareTo);
    }

    private static boolean reached(Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }
}
