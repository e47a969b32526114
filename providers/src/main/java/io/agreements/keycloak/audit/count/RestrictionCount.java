package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import java.util.Map;

/**
 * What became of restrictions of one kind.
 *
 * @param missed notices that became suspensions because nothing was corrected by their date
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
        long missed,
        long appealed,
        long upheld,
        long rejected,
        Map<RestrictionGround, Long> grounds) {

    public RestrictionCount {
        grounds = Map.copyOf(grounds);
    }
}
