package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.RestrictionSign;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.keycloak.models.RealmModel;

/**
 * Whether anything is imposed on anybody in a realm, as far as this node knows: asked of the database when the realm's sign
 * is another one, and every few seconds, for the sign may have been lost.
 */
final class RestrictedRealms {

    static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Clock clock;

    RestrictedRealms(Clock clock) {
        this.clock = clock;
    }

    /** @param source the database */
    boolean concerns(RealmModel realm, BooleanSupplier source) {
        Instant now = clock.instant();
        String sign = RestrictionSign.of(realm);
        Look known = looks.get(realm.getId());
        if (known != null && known.isTrusted(sign, now)) {
            return known.concerns();
        }
        Look look = new Look(source.getAsBoolean(), sign, now);
        looks.put(realm.getId(), look);
        return look.concerns();
    }

    void forget(String realmId) {
        looks.remove(realmId);
    }

    private record Look(boolean concerns, String sign, Instant at) {
        boolean isTrusted(String current, Instant now) {
            return Objects.equals(sign, current)
                    && Duration.between(at, now).abs().compareTo(TRUSTED) < 0;
        }
    }
}
