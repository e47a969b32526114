package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.conduct.Ground;
import io.agreements.keycloak.conduct.RestrictionKind;
import java.util.Map;

/**
 * What became of restrictions of one kind.
 *
 * @param upheld appeals by which one was lifted
 * @param rejected appeals after which it stayed
 * @param grounds by ground, how many were imposed on it; one may have several
 */
public record RestrictionCount(
        RestrictionKind kind,
        long imposed,
        long changed,
        long lifted,
        long corrected,
        long appealed,
        long upheld,
        long rejected,
        Map<Ground, Long> grounds) {

    public RestrictionCount {
        grounds = Map.copyOf(grounds);
    }
}
