package io.agreements.proof.receipt;

import io.agreements.proof.canonical.RecordForm;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came out when a receipt was verified.
 *
 * @param form the record; empty if it cannot be read
 * @param grades what has been verified
 * @param findings what there is to say, faults among them
 * @param stampedAt when its checkpoint was there, as an authority says that is believed; empty if it is not {@link Grade#STAMPED}
 */
public record ReceiptReport(
        Optional<RecordForm> form, Set<Grade> grades, List<Finding> findings, Optional<Instant> stampedAt) {

    public ReceiptReport {
        grades = grades.isEmpty() ? Set.of() : EnumSet.copyOf(grades);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong with it, and it is in a signed checkpoint. */
    public boolean isGood() {
        return grades.contains(Grade.SIGNED)
                && findings.stream().noneMatch(finding -> finding.code().isFault());
    }
}
