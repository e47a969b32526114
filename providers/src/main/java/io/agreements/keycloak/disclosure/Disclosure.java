package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.ledger.details.DisclosureGround;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the register: data about users was given to a third party.
 *
 * @param id random
 * @param realmId id of the realm, which may be gone
 * @param recipient who got the data
 * @param ground why that was lawful
 * @param data categories of data
 * @param disclosedAt when it was given, in UTC
 * @param reference such as a file number; null if there is none
 * @param notBefore before when users must not be told, in UTC; null if they may be at once
 * @param silence on what legal ground not; null likewise
 * @param registeredAt when it was put into the register, in UTC
 * @param registeredBy user id of the administrator
 * @param corrects id of the entry in the place of which it stands; null if it stands in that of none
 * @param correctedBy id of the entry that stands in its place; null if none does
 */
public record Disclosure(
        String id,
        String realmId,
        String recipient,
        DisclosureGround ground,
        List<String> data,
        Instant disclosedAt,
        String reference,
        Instant notBefore,
        String silence,
        Instant registeredAt,
        String registeredBy,
        String corrects,
        String correctedBy) {

    /** Characters of a recipient, of a reference, and of a legal ground. */
    public static final int WORDS = 255;

    /** Categories of data. */
    public static final int CATEGORIES = 20;

    /** Characters of a category. */
    public static final int CATEGORY = 40;

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public Disclosure {
        requireWords("recipient", recipient, true);
        if (ground == null) {
            throw new IllegalArgumentException("ground must be given");
        }
        if (data == null || data.isEmpty() || data.size() > CATEGORIES) {
            throw new IllegalArgumentException("data must be given, 1 to " + CATEGORIES + " categories");
        }
        data = List.copyOf(data);
        for (String category : data) {
            if (category.isBlank() || category.length() > CATEGORY) {
                throw new IllegalArgumentException(
                        "a category of data has 1 to " + CATEGORY + " characters: " + category);
            }
        }
        if (disclosedAt == null || disclosedAt.isAfter(registeredAt)) {
            throw new IllegalArgumentException("disclosedAt must be given, and lie in the past");
        }
        requireWords("reference", reference, false);
        requireWords("silenceGround", silence, false);
        if ((notBefore == null) != (silence == null)) {
            throw new IllegalArgumentException("notBefore needs a silenceGround, and that needs a notBefore");
        }
    }

    /** From when users may be told, in UTC. */
    public Instant tellableAt() {
        return notBefore == null || notBefore.isBefore(registeredAt) ? registeredAt : notBefore;
    }

    /**
     * When something is done to it now: behind its registration, by which its first record is known, though the clock of
     * that node may have been ahead.
     */
    Instant behindRegistration(Instant now) {
        Instant next = registeredAt.plusMillis(1);
        return now.isBefore(next) ? next : now;
    }

    /** The same, in the place of an entry that was wrong. */
    Disclosure correcting(Disclosure wrong) {
        return new Disclosure(
                id,
                realmId,
                recipient,
                ground,
                data,
                disclosedAt,
                reference,
                notBefore,
                silence,
                registeredAt,
                registeredBy,
                wrong.id(),
                null);
    }

    private static void requireWords(String name, String value, boolean needed) {
        if (needed && (value == null || value.isBlank())) {
            throw new IllegalArgumentException(name + " must be given");
        }
        if (value != null && value.length() > WORDS) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters; there is room for " + WORDS);
        }
    }
}
