package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.RealmModel;

/**
 * This node's snapshot of each realm's catalogue. It is read anew at once when the realm's sign is another one, and every
 * few seconds it is asked of the database whether anything was changed: the sign may have been lost, brought back or
 * copied, and a transaction may have read rows older than it.
 */
final class CatalogueCache {

    static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
    private final Clock clock;

    CatalogueCache(Clock clock) {
        this.clock = clock;
    }

    Catalogue get(RealmModel realm, Source source) {
        Instant now = clock.instant();
        String sign = Revision.of(realm);
        Snapshot known = snapshots.get(realm.getId());
        if (known == null || !Objects.equals(known.sign(), sign)) {
            return keep(realm, new Snapshot(source.read(), sign, now));
        }
        if (known.isTrusted(now)) {
            return known.stored().catalogue();
        }
        StoredCatalogue stored = source.changes().equals(known.stored().changes()) ? known.stored() : source.read();
        return keep(realm, new Snapshot(stored, sign, now));
    }

    void forget(String realmId) {
        snapshots.remove(realmId);
    }

    private Catalogue keep(RealmModel realm, Snapshot snapshot) {
        snapshots.put(realm.getId(), snapshot);
        return snapshot.stored().catalogue();
    }

    /** The database, for one realm. */
    interface Source {

        StoredCatalogue read();

        /** How often each agreement has been changed, by its id. */
        Map<String, Integer> changes();
    }

    private record Snapshot(StoredCatalogue stored, String sign, Instant comparedAt) {

        boolean isTrusted(Instant now) {
            return Duration.between(comparedAt, now).abs().compareTo(TRUSTED) < 0;
        }
    }
}
