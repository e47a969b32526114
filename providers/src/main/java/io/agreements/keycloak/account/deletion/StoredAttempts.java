package io.agreements.keycloak.account.deletion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.keycloak.events.EventType;

/**
 * Events that Keycloak's store keeps of nobody: somebody tried to register, or to sign in, and there was no account, or not
 * yet, or not this way. What was typed stands in their details. Writing takes part in the session's transaction.
 */
public interface StoredAttempts {

    /** Ids of the realms where users who went before that moment may still be named in such events. */
    List<String> realms(Instant before);

    /** Those of a realm who may be, who went first in front. */
    List<GoneNames> waiting(String realmId, int max);

    /** Nothing more is to be looked for of these users. */
    void remove(String realmId, Collection<String> userIds);

    /**
     * Looks through some of a realm's events of one type and removes those whose details are told by the condition.
     *
     * @param from where the part before ended
     * @param until what is later is left alone
     * @return where this part ended; null if nothing is left
     */
    Place eraseSome(
            String realmId, EventType type, Place from, Instant until, int max, Predicate<Collection<String>> named);

    /** A place in the events of one type, which are in the order of time. */
    record Place(long time, String id) {

        /** Comes before every id. An empty word would not do: to Oracle it is null. */
        public static final Place BEGINNING = new Place(Long.MIN_VALUE, " ");
    }
}
