package io.agreements.keycloak.ledger.erasure;

import java.util.List;
import java.util.Set;

/**
 * What was erased of users.
 *
 * @param userId what the one user is called in the ledger from now on: the id, or another pseudonym where the id was a name
 *     and no hold keeps it; null if it was not one user
 * @param departedId what the record that the one user went calls the user: the id for as long as a hold keeps it in any record;
 *     null if it was not one user
 * @param pseudonym what the one user is called once no hold keeps the name; null if it was not one user
 * @param records from how many records something was erased; {@link #MANY} where they are too many to be counted at once
 * @param groups what of them
 * @param usernames those of the one user
 * @param held of how many users a hold kept something from being erased; {@link #MANY} where they are too many to be counted
 *     at once
 */
public record Erasure(
        String userId,
        String departedId,
        String pseudonym,
        long records,
        Set<ErasableGroup> groups,
        List<String> usernames,
        long held) {

    /** Of records that are erased behind a removal, which does not wait until they are counted. */
    public static final long MANY = -1;

    public Erasure {
        groups = Set.copyOf(groups);
        usernames = List.copyOf(usernames);
    }

    /** Of one of whom the ledger tells nothing but acts as an administrator. */
    public static Erasure ofAdministrator(String pseudonym, long records) {
        return new Erasure(pseudonym, pseudonym, pseudonym, records, Set.of(ErasableGroup.ACTOR), List.of(), 0);
    }

    /** Of all users of a realm or a user store. */
    public static Erasure ofMany(long records, long held) {
        return new Erasure(null, null, null, records, Set.of(ErasableGroup.values()), List.of(), held);
    }
}
