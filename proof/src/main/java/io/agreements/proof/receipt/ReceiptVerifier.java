package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.LogProof;
import io.agreements.proof.log.Policy;
import io.agreements.proof.log.Witnessed;
import io.agreements.proof.merkle.InclusionProof;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import io.agreements.proof.time.TimeStamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies one receipt, without a network: what it is graded by is what has been verified, and nothing else. */
public final class ReceiptVerifier {

    private final Receipt receipt;
    private final Trust trust;
    private final Set<Grade> grades = EnumSet.noneOf(Grade.class);
    private final List<Finding> findings = new ArrayList<>();
    private Instant stampedAt;

    private ReceiptVerifier(Receipt receipt, Trust trust) {
        this.receipt = receipt;
        this.trust = trust;
    }

    /** Looks at all of it, whatever is wrong with the first of it. */
    public static ReceiptReport verify(Receipt receipt, Trust trust) {
        return new ReceiptVerifier(receipt, trust).verify();
    }

    private ReceiptReport verify() {
        Optional<ReadRecord> record = reading(ReceiptFile.RECORD, ReadRecord::parse);
        Optional<RecordForm> form = record.map(ReadRecord::form);
        form.ifPresent(this::verifyParts);
        verifyPage();
        record.flatMap(ReadRecord::unreadableDetails)
                .ifPresent(digest -> find(Finding.Code.UNREADABLE_DETAILS, ReceiptFile.RECORD, "SHA-256 " + digest));
        if (form.isPresent() && findings.isEmpty()) {
            grades.add(Grade.RECORDED);
        }
        if (receipt.file(ReceiptFile.PROOF).isPresent()) {
            record.map(ReadRecord::entry).ifPresent(this::verifyLog);
        } else {
            find(Finding.Code.UNLOGGED, ReceiptFile.PROOF, "");
        }
        return new ReceiptReport(form, grades, findings, Optional.ofNullable(stampedAt));
    }

    private void verifyParts(RecordForm form) {
        verifyNamed(ReceiptFile.TEXT, form.text());
        verifyNamed(ReceiptFile.WORDING, form.wording());
        verifyNamed(ReceiptFile.SETTINGS, form.settings());
        reading(ReceiptFile.DISCLOSURES, Disclosures::parse)
                .map(disclosures -> disclosures.falseOnes(form))
                .filter(groups -> !groups.isEmpty())
                .ifPresent(groups -> find(Finding.Code.DIFFERS, ReceiptFile.DISCLOSURES, String.join(", ", groups)));
    }

    private void verifyNamed(ReceiptFile file, String digest) {
        Optional<byte[]> content = receipt.file(file);
        if (content.isEmpty() && digest != null) {
            find(Finding.Code.MISSING, file, "");
        } else if (content.isPresent() && digest == null) {
            find(Finding.Code.UNEXPECTED, file, "");
        } else if (content.isPresent() && !Sha256.hex(content.get()).equals(digest)) {
            find(Finding.Code.DIFFERS, file, "");
        } else if (content.isPresent() && file != ReceiptFile.TEXT) {
            reading(file, bytes -> CanonicalReader.read(bytes, file.longest(), file.path()));
        }
    }

    /** What is wrong with other files makes another page, so nothing is said of it then. */
    private void verifyPage() {
        if (findings.isEmpty() && !ReceiptPage.isPageOf(receipt.files())) {
            find(Finding.Code.DIFFERS, ReceiptFile.PAGE, "");
        }
    }

    private void verifyLog(Entry entry) {
        Optional<List<VerifierKey>> keys = reading(ReceiptFile.KEYS, ReceiptVerifier::keys);
        Optional<Policy> policy = reading(ReceiptFile.POLICY, Policy::parse);
        Optional<LogProof> proof = reading(ReceiptFile.PROOF, LogProof::parse);
        if (keys.isPresent() && policy.isPresent() && !isSame(keys.get(), policy.get())) {
            find(Finding.Code.DIFFERS, ReceiptFile.POLICY, "");
        }
        if (proof.isEmpty() || keys.isEmpty()) {
            return;
        }
        SignedNote note = proof.get().checkpoint();
        if (!isSigned(note, keys.get()) || !isIncluded(entry, proof.get())) {
            return;
        }
        grades.add(Grade.SIGNED);
        if (!trust.knowsLog()) {
            find(
                    Finding.Code.OWN_KEY,
                    ReceiptFile.KEYS,
                    keys.get().stream().map(VerifierKey::toString).collect(Collectors.joining(", ")));
        }
        verifyWitnesses(note, policy);
        verifyTimeStamp(note);
    }

    private boolean isSigned(SignedNote note, List<VerifierKey> own) {
        try {
            Policy log =
                    Trust.ofLog(trust.knowsLog() ? trust.whole().logs().stream().map(Policy.Log::key) : own.stream());
            log.verify(note);
            return true;
        } catch (UnverifiedException | MalformedException e) {
            find(Finding.Code.UNSIGNED, ReceiptFile.PROOF, e.getMessage());
            return false;
        }
    }

    private boolean isIncluded(Entry entry, LogProof proof) {
        Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
        InclusionProof inclusion = new InclusionProof(proof.index(), checkpoint.size(), proof.hashes());
        if (!inclusion.proves(entry.leaf(), checkpoint.root())) {
            find(Finding.Code.UNPROVEN, ReceiptFile.PROOF, "");
            return false;
        }
        return true;
    }

    private void verifyWitnesses(SignedNote note, Optional<Policy> own) {
        Policy trusted = trust.whole();
        if (!trusted.quorum().equals(Policy.NONE)) {
            witnessed(trusted, note, Finding.Code.UNWITNESSED).ifPresent(seen -> grades.add(Grade.WITNESSED));
        } else if (own.isPresent() && !own.get().quorum().equals(Policy.NONE)) {
            witnessed(own.get(), note, Finding.Code.NO_WITNESSES)
                    .ifPresent(seen -> find(
                            Finding.Code.OWN_WITNESSES,
                            ReceiptFile.POLICY,
                            seen.witnesses().keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    private Optional<Witnessed> witnessed(Policy policy, SignedNote note, Finding.Code otherwise) {
        try {
            return Optional.of(policy.verify(note));
        } catch (UnverifiedException | MalformedException e) {
            find(otherwise, ReceiptFile.PROOF, e.getMessage());
            return Optional.empty();
        }
    }

    private void verifyTimeStamp(SignedNote note) {
        Optional<byte[]> stored = receipt.file(ReceiptFile.TIME_STAMP);
        if (stored.isEmpty()) {
            return;
        }
        if (trust.authorities().isEmpty()) {
            find(Finding.Code.UNCHECKED_STAMP, ReceiptFile.TIME_STAMP, "");
            return;
        }
        reading(ReceiptFile.TIME_STAMP, TimeStamp::parse).ifPresent(stamp -> {
            try {
                stampedAt = stamp.verify(note.text().getBytes(StandardCharsets.UTF_8), trust.authorities());
                grades.add(Grade.STAMPED);
            } catch (UnverifiedException e) {
                find(Finding.Code.UNTRUSTED, ReceiptFile.TIME_STAMP, e.getMessage());
            }
        });
    }

    private static List<VerifierKey> keys(byte[] bytes) {
        String text = Strictly.utf8(bytes, ReceiptFile.KEYS.longest(), ReceiptFile.KEYS.path());
        if (!text.endsWith("\n")) {
            throw new MalformedException("Each key stands on a line, which has an end");
        }
        return List.of(text.substring(0, text.length() - 1).split("\n", -1)).stream()
                .map(VerifierKey::parse)
                .toList();
    }

    private static boolean isSame(List<VerifierKey> keys, Policy policy) {
        return new HashSet<>(keys)
                .equals(policy.logs().stream().map(Policy.Log::key).collect(Collectors.toSet()));
    }

    private <T> Optional<T> reading(ReceiptFile file, Reading<T> reader) {
        try {
            return receipt.file(file).map(reader::read);
        } catch (MalformedException e) {
            find(Finding.Code.UNREADABLE, file, e.getMessage());
            return Optional.empty();
        }
    }

    private void find(Finding.Code code, ReceiptFile file, String detail) {
        findings.add(new Finding(code, file, detail));
    }

    private interface Reading<T> {
        T read(byte[] bytes);
    }
}
