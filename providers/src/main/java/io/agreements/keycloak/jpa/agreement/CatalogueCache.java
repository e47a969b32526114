package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keycloak.models.RealmModel;

/**
 * This node's snapshot of each realm's catalogue. A snapshot is good as long as the realm's revision is the one it was
 * read at. Where a realm has no revision, because it has no agreements or something removed the attribute, a snapshot is
 * good for a few seconds only.
 */
final class CatalogueCache {

    private static final Duration WITHOUT_REVISION = Duration.ofSeconds(10);

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
    private final Clock clock;

    CatalogueCache(Clock clock) {
        this.clock = clock;
    }

    /** @param reader reads the catalogue from the database */
    Catalogue get(RealmModel realm, Supplier<Catalogue> reader) {
        Instant now = clock.instant();
        String revision = Revision.of(realm);
        Snapshot known = snapshots.get(realm.getId());
        if (known != null && known.isGood(revision, now)) {
            return known.catalogue();
        }
        Catalogue fresh = reader.get();
        snapshots.put(realm.getId(), new Snapshot(fresh, now));
        return fresh;
    }

    void forget(String realmId) {
        snapshots.remove(realmId);
    }

    private record Snapshot(Catalogue catalogue, Instant readAt) {

        boolean isGood(String revision, Instant now) {
            if (!Objects.equals(catalogue.revision(), revision)) {
                return false;
            }
            return revision != null || Duration.between(readAt, now).abs().compareTo(WITHOUT_REVISION) < 0;
        }
    }
}
