package io.agreements.keycloak.rest.admin.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.ledger.verification.LogVerification;
import io.agreements.keycloak.ledger.verification.VerificationOutcome;
import io.agreements.keycloak.ledger.verification.VerificationState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A verification of a part of the log. Times are milliseconds since 1970 in UTC.
 *
 * @param fromIndex place in the log of the first record that is looked at
 * @param toIndex place in the log of the first record that is not
 * @param done how many of these have been looked at
 * @param seenAt when it was heard of last
 * @param problem why it failed, in words
 * @param result what it came to; left out unless it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationRepresentation(
        String id,
        VerificationState state,
        long fromIndex,
        long toIndex,
        long done,
        long startedAt,
        long seenAt,
        Long endedAt,
        String problem,
        VerificationResult result) {

    static VerificationRepresentation of(LogVerification verification, VerificationState state) {
        LogVerification.End end = verification.end();
        return new VerificationRepresentation(
                verification.id(),
                state,
                verification.span().from(),
                verification.span().to(),
                verification.progress().done(),
                verification.startedAt().toEpochMilli(),
                verification.progress().seenAt().toEpochMilli(),
                end == null ? null : end.at().toEpochMilli(),
                end == null ? null : end.problem(),
                end == null || end.outcome() == null ? null : VerificationResult.of(end.outcome()));
    }

    /**
     * What it came to.
     *
     * @param records how many records were looked at
     * @param signedSize how many entries the smallest checkpoint has that covers all of them and is right; left out if there is
     *     none
     * @param keptSize how many entries the largest checkpoint has that was sent and that the log agrees with; left out if there
     *     is none
     * @param wrong how many things are not as they ought to be
     * @param counts how many findings there are of each kind
     * @param findings the first hundred, those that are wrong in front
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VerificationResult(
            long records,
            Long signedSize,
            Long keptSize,
            long wrong,
            Map<String, Long> counts,
            List<VerificationFinding> findings) {

        private static VerificationResult of(VerificationOutcome outcome) {
            return new VerificationResult(
                    outcome.records(),
                    outcome.signedSize(),
                    outcome.keptSize(),
                    outcome.wrong(),
                    new TreeMap<>(outcome.counts()),
                    outcome.findings().stream().map(VerificationFinding::of).toList());
        }
    }

    /**
     * One finding.
     *
     * @param kind in what it consists: CHANGED, MISSING, SURPLUS, MOVED, ERASED, UNSIGNED, CONTRADICTION; of remarks WAITING,
     *     UNDER_WAY, UNVERIFIED
     * @param wrong whether it is more than a remark
     * @param table where; left out for what is stored in no table
     * @param row by what it is found there: the id of a record, the place of a tile
     * @param recordId id of the record, where it is about one
     * @param index the record's place in the log
     * @param column which one is wrong; left out where it is the row as a whole, or where it cannot be told
     * @param code what is to be said of it: it stands for a sentence, which a console tells in its own language
     * @param parameters what differs in each case, by the names the sentence has for it
     * @param words the sentence in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VerificationFinding(
            String kind,
            boolean wrong,
            String table,
            String row,
            String recordId,
            Long index,
            String column,
            String code,
            Map<String, String> parameters,
            String words) {

        private static final String RECORDS = "AGR_RECORD";

        private static VerificationFinding of(VerificationOutcome.Found found) {
            return new VerificationFinding(
                    found.kind().name(),
                    found.wrong(),
                    found.table(),
                    found.row(),
                    RECORDS.equals(found.table()) ? found.row() : null,
                    found.index(),
                    found.column(),
                    found.code(),
                    new TreeMap<>(found.parameters()),
                    found.words());
        }
    }
}
