package io.agreements.proof.cli;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.receipt.EvidencePack;
import io.agreements.proof.receipt.Grade;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptReport;
import io.agreements.proof.receipt.ReceiptVerifier;
import io.agreements.proof.receipt.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Verifies the receipts of an evidence pack, and says of each what came out. */
final class PackReport {

    private final Told out;
    private final Trust trust;
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Map<Grade, Integer> graded = new EnumMap<>(Grade.class);
    private int good;
    private int all;

    PackReport(Told out, Trust trust) {
        this.out = out;
        this.trust = trust;
    }

    /** Reads it to its end. One with nothing in it proves nothing. */
    boolean isGood(InputStream pack) throws IOException {
        EvidencePack.read(pack, this::take);
        remarks.forEach(out::line);
        out.line(
                "Of the good ones %d in a signed checkpoint, %d witnessed, %d time-stamped",
                graded(Grade.SIGNED), graded(Grade.WITNESSED), graded(Grade.STAMPED));
        out.line("%d of %d receipts are good.", good, all);
        return all > 0 && good == all;
    }

    private void take(String recordId, byte[] zip) {
        all++;
        try {
            tell(recordId, ReceiptVerifier.verify(Receipt.parse(zip), trust));
        } catch (MalformedException e) {
            out.line("WRONG %s: %s", recordId, e.getMessage());
        }
    }

    private void tell(String recordId, ReceiptReport report) {
        boolean isOther =
                report.form().map(RecordForm::id).filter(recordId::equals).isEmpty();
        boolean isGood = report.isGood() && !isOther;
        out.line(
                "%s %s %s",
                isGood ? "good " : "WRONG",
                recordId,
                report.form().map(PackReport::words).orElse(""));
        if (isOther) {
            out.line("  its record has another id than its name");
        }
        report.findings().stream()
                .filter(finding -> !isGood)
                .forEach(finding -> out.line("  " + VerifyReceipt.words(finding)));
        report.findings().stream()
                .filter(finding -> isGood)
                .map(VerifyReceipt::words)
                .forEach(remarks::add);
        if (isGood) {
            good++;
            report.grades().forEach(grade -> graded.merge(grade, 1, Integer::sum));
        }
    }

    private int graded(Grade grade) {
        return graded.getOrDefault(grade, 0);
    }

    private static String words(RecordForm form) {
        String agreement = form.agreement() == null ? "" : " " + form.agreement() + " " + form.version();
        String decision = form.decision() == null ? "" : " " + form.decision();
        return Instant.ofEpochMilli(form.occurredAt()) + " " + form.type() + agreement + decision;
    }
}
