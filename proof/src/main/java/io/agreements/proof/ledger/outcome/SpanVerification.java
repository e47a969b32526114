package io.agreements.proof.ledger.outcome;

import io.agreements.proof.ledger.Span;
import java.util.List;
import java.util.Map;

/**
 * What a look at a part of a ledger came to.
 *
 * @param origin name of the log
 * @param span what was looked at
 * @param records how many records were looked at
 * @param signedSize how many entries the smallest checkpoint has that covers all of it and is right; null if there is none
 * @param keptSize how many entries the largest kept checkpoint has that the log agrees with; null if there is none
 * @param wrong how many things are not as they ought to be
 * @param counts how many of each kind
 * @param findings the first ones, remarks among them
 */
public record SpanVerification(
        String origin,
        Span span,
        long records,
        Long signedSize,
        Long keptSize,
        long wrong,
        Map<Finding.Kind, Long> counts,
        List<Finding> findings) {

    public SpanVerification {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return wrong == 0;
    }
}
