package io.agreements.keycloak.conduct;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;
import io.agreements.keycloak.agreement.Limits;
import java.time.Instant;

/**
 * What the operator imposes on a user. What it means at a moment is told from the clock and stored nowhere.
 *
 * @param id random
 * @param realmId id of the realm
 * @param userId id of the user
 * @param kind what it is
 * @param statement why
 * @param from since when, in UTC
 * @param until of a notice by when to correct; of a suspension when it is over, null if somebody has to lift it; of a
 *     termination when the account is deleted; in UTC
 * @param attribute of a notice the attribute that is to be corrected; null if it is something else
 * @param attributeDigest what the attribute was when the notice was given, as a digest; null if there is no attribute
 * @param imposedBy user id of the administrator
 * @param ended how it came to be over before its time; null while it is not
 * @param appeal what the user has to say against it; null if that is nothing yet
 * @param changes how often it was changed
 */
public record Restriction(
        String id,
        String realmId,
        String userId,
        RestrictionKind kind,
        Statement statement,
        Instant from,
        Instant until,
        String attribute,
        String attributeDigest,
        String imposedBy,
        End ended,
        Appeal appeal,
        int changes) {

    /** Characters of an attribute's name. */
    public static final int ATTRIBUTE_LENGTH = 255;

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public Restriction {
        if (kind == null) {
            throw new IllegalArgumentException("kind must be given: NOTICE, SUSPENSION or TERMINATION");
        }
        if (until == null && kind != RestrictionKind.SUSPENSION) {
            throw new IllegalArgumentException("until must be given");
        }
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("until must lie behind from");
        }
        if (attribute != null && kind != RestrictionKind.NOTICE) {
            throw new IllegalArgumentException("attribute is for a NOTICE only");
        }
        Limits.requireMoment("until", until);
        Limits.requireLength("attribute", attribute, ATTRIBUTE_LENGTH);
        Limits.requireLine("attribute", attribute);
    }

    /** What it means for the user at that moment. */
    public Effect effect(Instant now) {
        if (ended != null) {
            return Effect.NONE;
        }
        boolean past = until != null && !now.isBefore(until);
        return switch (kind) {
            case NOTICE -> past ? Effect.SUSPENDED : Effect.NOTIFIED;
            case SUSPENSION -> past ? Effect.NONE : Effect.SUSPENDED;
            case TERMINATION -> Effect.TERMINATED;
        };
    }

    /** The same, over. */
    public Restriction ended(End end) {
        return new Restriction(
                id,
                realmId,
                userId,
                kind,
                statement,
                from,
                until,
                attribute,
                attributeDigest,
                imposedBy,
                end,
                appeal,
                changes);
    }

    /** The same with other reasons and another date. */
    Restriction changed(Statement reasons, Instant newUntil) {
        return new Restriction(
                id,
                realmId,
                userId,
                kind,
                reasons,
                from,
                newUntil,
                attribute,
                attributeDigest,
                imposedBy,
                ended,
                appeal,
                changes);
    }

    /** The same with what the user says against it, or what is said to that. */
    Restriction appealed(Appeal said) {
        return new Restriction(
                id,
                realmId,
                userId,
                kind,
                statement,
                from,
                until,
                attribute,
                attributeDigest,
                imposedBy,
                ended,
                said,
                changes);
    }

    /** What it means at a moment, from the least to the most. */
    public enum Effect {
        NONE,
        /** Told to correct something, and served. */
        NOTIFIED,
        /** Not served. */
        SUSPENDED,
        /** Not served, and soon deleted. */
        TERMINATED;

        /** @throws IllegalArgumentException if none has that name */
        @JsonCreator
        static Effect named(String name) {
            return EnumNames.find(Effect.class, name);
        }

        /** Whether the user gets no service. */
        public boolean blocks() {
            return this == SUSPENDED || this == TERMINATED;
        }
    }

    /**
     * How it came to be over before its time.
     *
     * @param at when, in UTC
     * @param how by what
     * @param administratorId user id of the administrator who lifted it; null if none did
     */
    public record End(Instant at, Ending how, String administratorId) {}

    /** By what a restriction came to be over before its time. */
    public enum Ending {
        LIFTED,
        /** The attribute that a notice named was corrected. */
        CORRECTED;

        /** @throws IllegalArgumentException if none has that name */
        @JsonCreator
        static Ending named(String name) {
            return EnumNames.find(Ending.class, name);
        }
    }
}
