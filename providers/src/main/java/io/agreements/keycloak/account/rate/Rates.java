package io.agreements.keycloak.account.rate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * How often one user may do what leaves a record or sends a mail. Every window of time has so many slots for each user and
 * kind, each a single-use object of Keycloak's: taking one is atomic on all nodes, and costs the database nothing.
 */
public final class Rates {

    private static final Logger LOG = Logger.getLogger(Rates.class);

    private static final String KEY = "agreements.rate.";

    private final SingleUseObjectProvider slots;
    private final RealmModel realm;
    private final Clock clock;

    public Rates(KeycloakSession session, RealmModel realm, Clock clock) {
        this.slots = session.singleUseObjects();
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * Counts one.
     *
     * @return empty if the user may; otherwise how long to wait
     */
    public Optional<Duration> count(RateKind kind, String userId) {
        Instant now = clock.instant();
        long window = now.getEpochSecond() / kind.window().toSeconds();
        String key = KEY + kind.word() + "." + window + "." + userId + ".";
        int most = kind.most(realm);
        String exceeded = key + "exceeded." + most;
        if (!slots.contains(exceeded)) {
            for (int slot = 0; slot < most; slot++) {
                if (take(key + slot, kind)) {
                    return Optional.empty();
                }
            }
            if (take(exceeded, kind)) {
                LOG.warnf(
                        "type=\"AGREEMENTS_RATE_EXCEEDED\", realmId=\"%s\", userId=\"%s\", kind=\"%s\", most=\"%d\"",
                        realm.getId(), userId, kind.word(), most);
            }
        }
        Instant end = Instant.ofEpochSecond((window + 1) * kind.window().toSeconds());
        return Optional.of(Duration.between(now, end));
    }

    /**
     * Counts one.
     *
     * @throws RateExceededException if the user may not
     */
    public void require(RateKind kind, String userId) {
        count(kind, userId).ifPresent(wait -> {
            throw new RateExceededException(kind, wait);
        });
    }

    private boolean take(String key, RateKind kind) {
        return slots.putIfAbsent(key, kind.window().toSeconds());
    }
}
