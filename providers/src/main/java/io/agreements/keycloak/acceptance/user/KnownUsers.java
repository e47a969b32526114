package io.agreements.keycloak.acceptance.user;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.keycloak.models.RealmModel;

/** Reads what Keycloak knows of its users, many at a time. */
public interface KnownUsers {

    /** How many values of that attribute the realm's users have. */
    long countAttributes(RealmModel realm, String name);

    /**
     * A page of values of an attribute, the greatest first; values that are empty or do not fit into 255 characters are no
     * dates and are passed over.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<AttributeValue> attributes(RealmModel realm, String name, AttributeValue after, int max);

    /** The users whose id, user name or e-mail address is among the words, in any case but that of ids: one statement. */
    List<KnownUser> users(RealmModel realm, Collection<String> words);

    /** Those of the ids that are of a user in Keycloak's own table: one statement for some hundred. */
    Set<String> existing(RealmModel realm, Collection<String> userIds);

    /** Those of them whom no user store has: nothing but Keycloak's own table is asked when they are looked up. */
    Set<String> withoutStore(RealmModel realm, Collection<String> userIds);

    /** Whether there is a realm with that id, as this transaction sees it. */
    boolean isRealmThere(String realmId);

    /**
     * Keeps a user from being removed until the transaction ends, or waits for a removal that is under way.
     *
     * @return false if the user is gone; users whom an external store keeps are not known here and taken to be there
     */
    boolean hold(String userId);

    /**
     * One value of an attribute of one user.
     *
     * @param id identifies it in the store
     */
    record AttributeValue(String id, String userId, String value) {}

    /**
     * Who a user is.
     *
     * @param email null if there is none
     * @param ofClient whether it is the account of a client
     */
    record KnownUser(String id, String username, String email, boolean ofClient) {}
}
