package io.agreements.keycloak.ledger;

/**
 * What was erased of users.
 *
 * @param userId what the one user is called in the ledger from now on: the id, or another pseudonym where the id was a name
 *     and no hold keeps it; null if it was not one user
 * @param pseudonym what the one user is called once no hold keeps the name; null if it was not one user
 * @param records from how many records something was erased
 * @param held of how many users a hold kept something from being erased
 */
public record Erasure(String userId, String pseudonym, long records, long held) {

    /** Of all users of a realm or a user store. */
    public static Erasure ofMany(long records, long held) {
        return new Erasure(null, null, records, held);
    }
}
