package io.agreements.keycloak.ledger.verification;

import io.agreements.keycloak.Shortened;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.ledger.outcome.SpanVerification;
import io.agreements.proof.ledger.outcome.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a verification came to, as it is kept.
 *
 * @param records how many records were looked at
 * @param signedSize how many entries the smallest checkpoint has that covers all and is right; null if there is none
 * @param keptSize how many entries the largest checkpoint has that was kept elsewhere and that the log agrees with; null if there
 *     is none
 * @param wrong how many things are not as they ought to be
 * @param counts how many findings there are of each kind
 * @param findings the first of them, those that are wrong in front
 */
public record VerificationOutcome(
        long records, Long signedSize, Long keptSize, long wrong, Map<String, Long> counts, List<Found> findings) {

    private static final int MOST = 100;
    private static final int LONGEST = 500;
    private static final int LONGEST_PARAMETER = 200;

    public VerificationOutcome {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    static VerificationOutcome of(SpanVerification result) {
        Map<String, Long> counts = new TreeMap<>();
        result.counts().forEach((kind, count) -> counts.put(kind.name(), count));
        return new VerificationOutcome(
                result.records(),
                result.signedSize(),
                result.keptSize(),
                result.wrong(),
                counts,
                result.findings().stream()
                        .sorted((one, other) -> Boolean.compare(
                                other.kind().isTampering(), one.kind().isTampering()))
                        .limit(MOST)
                        .map(Found::of)
                        .toList());
    }

    /**
     * One finding.
     *
     * @param kind in what it consists
     * @param wrong whether it is more than a remark
     * @param table where; null for what is stored in none
     * @param row by what it is found there: the id of a record, the place of a tile
     * @param index the record's place in the log
     * @param column which one is wrong; null where it is the row as a whole, or where it cannot be told
     * @param code what is to be said of it, the name of a {@link Saying}
     * @param parameters what differs in each case, by the names the code has for it
     * @param words the same for people, in English
     */
    public record Found(
            Finding.Kind kind,
            boolean wrong,
            String table,
            String row,
            Long index,
            String column,
            String code,
            Map<String, String> parameters,
            String words) {

        public Found {
            parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        }

        private static Found of(Finding finding) {
            return new Found(
                    finding.kind(),
                    finding.kind().isTampering(),
                    finding.table() == null ? null : finding.table().sqlName(),
                    finding.row(),
                    finding.index(),
                    finding.column(),
                    finding.said().code().name(),
                    parameters(finding.said()),
                    Shortened.of(finding.words(), LONGEST));
        }

        private static Map<String, String> parameters(Statement said) {
            Map<String, String> shortened = new HashMap<>();
            said.parameters().forEach((name, value) -> shortened.put(name, Shortened.of(value, LONGEST_PARAMETER)));
            return shortened;
        }
    }
}
