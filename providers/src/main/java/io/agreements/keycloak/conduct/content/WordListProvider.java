package io.agreements.keycloak.conduct.content;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps lists of prohibited words. */
public interface WordListProvider extends Provider {

    /** What counts in a realm: the server's own list and the realm's. Costs no query while nothing is changed. */
    List<WordList> lists(RealmModel realm);

    /** The realm's own list as it is written; empty if it has none. */
    Optional<StoredWordList> find(RealmModel realm);

    /** How many words the server's own list has; 0 if there is none. */
    int entriesOfServer();

    /**
     * Writes the realm's own list.
     *
     * @param before digest of the one that was read; null if there was none
     * @return false if it is another by now; then nothing is written
     */
    boolean replace(RealmModel realm, StoredWordList list, String before);

    /** Removes the list of a realm. */
    void removeRealm(RealmModel realm);

    @Override
    default void close() {}
}
