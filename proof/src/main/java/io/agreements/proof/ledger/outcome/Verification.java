package io.agreements.proof.ledger.outcome;

import java.util.List;
import java.util.Map;

/**
 * What a look at a ledger came to.
 *
 * @param origin name of the log; null if there is none
 * @param size how many entries the log has
 * @param records how many records were looked at
 * @param wrong how many things are not as they ought to be
 * @param counts how many of each kind
 * @param findings the first ones, remarks among them
 */
public record Verification(
        String origin, long size, long records, long wrong, Map<Finding.Kind, Long> counts, List<Finding> findings) {

    public Verification {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return wrong == 0;
    }
}
