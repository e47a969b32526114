package io.agreements.proof.receipt;

import java.util.Arrays;
import java.util.Optional;

/** What there is in a receipt, in the order in which it stands there. */
public enum ReceiptFile {
    /** For people: made of all the others. */
    PAGE("receipt.html", 1 << 24),
    /** The record in its canonical form. */
    RECORD("record.json", 1 << 21),
    /** The text that the record is about, byte for byte. */
    TEXT("text.md", 1 << 22),
    /** All that the page showed around it. */
    WORDING("wording.json", 1 << 22),
    /** What gave the decision its meaning. */
    SETTINGS("settings.json", 1 << 20),
    /** Values that can be erased, with the salts of their commitments. */
    DISCLOSURES("disclosures.json", 1 << 20),
    /** That the record is in the log ({@code tlog-proof}). */
    PROOF("record.tlog-proof", 1_100_000),
    /** By which the log is signed, one a line. */
    KEYS("keys", 1 << 18),
    /** Whom to believe, as the operator says ({@code tlog-policy}). */
    POLICY("policy", 1 << 18),
    /** On the checkpoint of the proof (the TimeStampToken of RFC 3161). */
    TIME_STAMP("timestamp.tst", 1 << 16);

    /** In bytes. */
    static final int LARGEST = 1 << 24;

    private final String path;
    private final int longest;

    ReceiptFile(String path, int longest) {
        this.path = path;
        this.longest = longest;
    }

    /** Its name in the ZIP. */
    public String path() {
        return path;
    }

    /** In bytes. */
    public int longest() {
        return longest;
    }

    static Optional<ReceiptFile> of(String path) {
        return Arrays.stream(values()).filter(file -> file.path.equals(path)).findFirst();
    }
}
