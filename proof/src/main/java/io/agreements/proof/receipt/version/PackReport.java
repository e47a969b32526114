package io.agreements.proof.receipt.version;

import io.agreements.proof.receipt.Finding;
import java.util.List;
import java.util.Set;

/**
 * What came out when the evidence of a version was verified.
 *
 * @param findings what there is to say, faults among them
 * @param receipts how many receipts are in it
 * @param remarks what there is to say of receipts that are good
 */
public record PackReport(VersionManifest manifest, List<PackFinding> findings, int receipts, Set<Finding> remarks) {

    public PackReport {
        findings = List.copyOf(findings);
        remarks = Set.copyOf(remarks);
    }

    /** Whether nothing is wrong with it. */
    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.code().isFault());
    }
}
