package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.content.WordList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.RealmModel;

/**
 * This node's copy of each realm's list. It is read anew when the realm's sign is another one; every few seconds the digest
 * of what is stored is asked for, because a sign may be lost or brought back.
 */
final class WordListCache {

    private static final String SIGN = "agreements.prohibitedContent.revision";
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Map<String, Copy> copies = new ConcurrentHashMap<>();
    private final Clock clock;

    WordListCache(Clock clock) {
        this.clock = clock;
    }

    WordList get(RealmModel realm, Source source) {
        Instant now = clock.instant();
        String sign = realm.getAttribute(SIGN);
        Copy known = copies.get(realm.getId());
        if (known != null && Objects.equals(known.sign(), sign) && known.isTrusted(now)) {
            return known.list();
        }
        String digest = source.digest();
        WordList list = known != null && Objects.equals(known.digest(), digest) ? known.list() : source.read();
        copies.put(realm.getId(), new Copy(list, digest, sign, now));
        return list;
    }

    void forget(String realmId) {
        copies.remove(realmId);
    }

    /** Has all nodes look at what is stored. */
    static void tell(RealmModel realm, String digest) {
        realm.setAttribute(SIGN, digest);
    }

    /** The database, for one realm. */
    interface Source {

        /** Null if there is no list. */
        String digest();

        WordList read();
    }

    private record Copy(WordList list, String digest, String sign, Instant comparedAt) {

        boolean isTrusted(Instant now) {
            return Duration.between(comparedAt, now).abs().compareTo(TRUSTED) < 0;
        }
    }
}
