package io.agreements.keycloak.ledger;

/**
 * Some of the users of a realm, by their ids in the order of the database.
 *
 * @param after they come after this one
 * @param last the last one there may be; null to the end
 */
public record UserSpan(String after, String last) {

    /** All of them. What is empty is nothing to Oracle, and nothing comes after that. */
    public static final UserSpan ALL = new UserSpan(" ", null);

    public boolean isToTheEnd() {
        return last == null;
    }
}
