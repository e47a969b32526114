package io.agreements.keycloak.acceptance.user;

/**
 * A part of a list of users.
 *
 * @param first how many to pass over
 * @param after the list goes on behind this one; null for its beginning
 * @param max the most there are to be
 */
public record Slice(int first, UserDecision after, int max) {

    /** By number. The farther on, the more has to be passed over. */
    public static Slice from(int first, int max) {
        return new Slice(first, null, max);
    }

    /** What comes behind another slice's last, at the same cost however far on. */
    public static Slice after(UserDecision last, int max) {
        return new Slice(0, last, max);
    }
}
