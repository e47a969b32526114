package io.agreements.proof.ledger;

import java.util.Optional;

/** Ids of users whom a user store keeps are names: {@code f:STORE:NAME}. */
public final class UserStores {

    private static final String EXTERNAL = "f:";

    /** What takes the place of an id that was a name, of a user who is gone. */
    private static final String PSEUDONYM = "gone:";

    private UserStores() {}

    /** The id of the user's store; empty for one whom Keycloak keeps itself. */
    public static Optional<String> storeOf(String userId) {
        int end = userId.startsWith(EXTERNAL) ? userId.indexOf(':', EXTERNAL.length()) : -1;
        return end < 0 ? Optional.empty() : Optional.of(userId.substring(EXTERNAL.length(), end));
    }

    public static boolean isPseudonym(String userId) {
        return userId.startsWith(PSEUDONYM);
    }

    /** By what Keycloak's tables have the user: the id, or that of the store. */
    public static String keyOf(String userId) {
        return storeOf(userId).orElse(userId);
    }
}
