package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.log.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record as a receipt has it.
 *
 * @param form what it says, without details where somebody has made of them what nobody can read
 * @param entry that the log has
 * @param unreadableDetails SHA-256 of what is stored in the place of details, where nobody can read that
 */
record ReadRecord(RecordForm form, Entry entry, Optional<String> unreadableDetails) {

    private static final String UNREADABLE = "unreadableDetails";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    static ReadRecord parse(byte[] bytes) {
        Map<String, Object> fields =
                new LinkedHashMap<>(CanonicalReader.read(bytes, ReceiptFile.RECORD.longest(), "The record"));
        Entry entry = Entry.of(Sha256.of(bytes));
        Object unreadable = fields.remove(UNREADABLE);
        if (unreadable == null) {
            return new ReadRecord(RecordForm.parse(bytes), entry, Optional.empty());
        }
        if (!(unreadable instanceof String digest)
                || !DIGEST.matcher(digest).matches()
                || fields.containsKey("details")) {
            throw new MalformedException("The record has no digest as " + UNREADABLE + ", or details beside it");
        }
        return new ReadRecord(RecordForm.parse(CanonicalJson.of(fields)), entry, Optional.of(digest));
    }
}
