package io.agreements.proof.cli;

import io.agreements.proof.receipt.Trust;
import io.agreements.proof.receipt.version.PackFinding;
import io.agreements.proof.receipt.version.PackReport;
import io.agreements.proof.receipt.version.VersionManifest;
import io.agreements.proof.receipt.version.VersionPackVerifier;
import java.io.IOException;
import java.io.InputStream;

/** Verifies the evidence of a version, and says what came out. */
final class VersionEvidence {

    private final Told out;
    private final Trust trust;

    VersionEvidence(Told out, Trust trust) {
        this.out = out;
        this.trust = trust;
    }

    /** Reads it to its end. */
    boolean isGood(InputStream pack) throws IOException {
        PackReport report = VersionPackVerifier.verify(pack, trust);
        VersionManifest manifest = report.manifest();
        out.line(
                "Evidence of version %d of %s: %d texts, %d wordings, %d records of its publication, %d receipts",
                manifest.version(),
                manifest.agreement(),
                manifest.texts().size(),
                manifest.wordings().size(),
                manifest.records().size(),
                report.receipts());
        report.findings().forEach(this::tell);
        report.remarks().stream().map(VerifyReceipt::words).sorted().forEach(out::line);
        out.line("note  coverage: is the operator's own count, and in no log");
        out.line(report.isGood() ? "The evidence is good." : "The evidence is NOT good.");
        return report.isGood();
    }

    private void tell(PackFinding finding) {
        out.line(
                "%s %s: %s%s",
                finding.code().isFault() ? "WRONG" : "note ",
                finding.file(),
                words(finding.code()),
                finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")");
        finding.receipt().stream()
                .flatMap(receipt -> receipt.findings().stream())
                .forEach(inner -> out.line("  " + VerifyReceipt.words(inner)));
    }

    private static String words(PackFinding.Code code) {
        return switch (code) {
            case UNREADABLE -> "is not in its format";
            case DIFFERS -> "is not what it was";
            case NOT_GOOD -> "is a receipt that is not good";
            case OF_ANOTHER -> "is about something else";
            case UNPUBLISHED -> "is not the text of the latest publication among the records";
            case UNLOGGED -> "no decision that names it is in a signed checkpoint yet. Get the evidence again";
            case PICTURES -> "pictures show how pages are drawn when they are taken, and prove nothing by themselves";
        };
    }
}
