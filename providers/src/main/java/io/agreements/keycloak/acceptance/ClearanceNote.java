package io.agreements.keycloak.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/**
 * The note in a user session that nothing stands in the user's way: for which revision of the catalogue, and until when.
 * While it holds, no query is made. Each client has its own, so that an agreement for one of them is not taken for settled
 * by having signed in to another.
 *
 * @param name what it is called among the notes of a session
 * @param subject who it is about, and what the catalogue was like; null where the catalogue has no revision
 */
public record ClearanceNote(String name, String subject) {

    private static final String CLEAR = "agreements.clear.";
    private static final String GRACE = "agreements.grace.";
    private static final String SEPARATOR = "/";

    /**
     * That nothing is owed.
     *
     * @param revision null if the realm has none
     */
    public static ClearanceNote clear(ClientModel client, UserModel user, String revision) {
        return new ClearanceNote(CLEAR + client.getId(), subject(user, revision));
    }

    /** That what is owed can wait, by who gives that much time. */
    public static ClearanceNote inGrace(Duration grace, ClientModel client, UserModel user, String revision) {
        return new ClearanceNote(GRACE + grace.toSeconds() + "." + client.getId(), subject(user, revision));
    }

    /** @param value of a note of that name; null if there is none */
    public boolean holds(String value, Instant now) {
        if (value == null || subject == null) {
            return false;
        }
        int separator = value.lastIndexOf(SEPARATOR) + 1;
        return value.substring(0, separator).equals(subject)
                && now.toEpochMilli() < Long.parseLong(value.substring(separator));
    }

    /** @param end until when; empty for as long as the catalogue stays as it is */
    public String until(Optional<Instant> end) {
        return subject + end.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    private static String subject(UserModel user, String revision) {
        return revision == null ? null : user.getId() + SEPARATOR + revision + SEPARATOR;
    }
}
