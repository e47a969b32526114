package io.agreements.proof.ledger.check.checkpoint;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredLog;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.Policy;
import io.agreements.proof.note.NoteSignature;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifiedSignature;
import io.agreements.proof.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** By whom checkpoints are signed, and whether that is whom somebody believes. */
final class Trust {

    private final Set<VerifierKey> given;
    private final Set<VerifierKey> all;
    private final Set<VerifierKey> stored;
    private final Set<VerifierKey> told = new HashSet<>();
    private final Optional<Policy> policy;
    private final Findings findings;
    private final StampCheck stamps;

    Trust(Outside outside, StoredLog log, Findings findings) {
        this.policy = outside.policy();
        this.given = new LinkedHashSet<>(outside.keys());
        policy.ifPresent(known -> known.logs().forEach(one -> given.add(one.key())));
        this.all = new LinkedHashSet<>(given);
        this.all.addAll(log.keys());
        this.stored = Set.copyOf(log.keys());
        this.findings = findings;
        this.stamps = new StampCheck(outside.authorities(), findings);
        if (given.isEmpty()) {
            findings.add(Finding.of(Kind.UNVERIFIED, Saying.NO_KEY_GIVEN.of()));
        }
    }

    /** What a stored checkpoint says, if the log signed it, by a key that was given where any was. */
    Optional<Signed> look(Row row) {
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(row.bytes("NOTE"));
            checkpoint = Checkpoint.parse(note.text());
            List<VerifiedSignature> signatures = verify(note, checkpoint);
            if (!isGiven(signatures)) {
                findings.addOnce(Finding.of(
                        Kind.UNSIGNED,
                        row,
                        "NOTE",
                        Saying.KEY_NOT_GIVEN.of(signatures.get(0).key())));
                return Optional.empty();
            }
            requireStored(signatures, row);
        } catch (MalformedException | UnverifiedException e) {
            findings.add(Finding.of(Kind.UNSIGNED, row, "NOTE", Saying.NOTE_FALSE.of(e.getMessage())));
            return Optional.empty();
        }
        if (row.bytes("COSIGNATURES") != null) {
            cosignatures(row, note);
        }
        stamps.look(row, note.text());
        return Optional.of(new Signed(note, checkpoint));
    }

    /** The keys that the log gives out are those that are stored. */
    private void requireStored(List<VerifiedSignature> signatures, Row row) {
        VerifierKey key = signatures.get(0).key();
        if (signatures.stream().map(VerifiedSignature::key).noneMatch(stored::contains) && told.add(key)) {
            findings.add(new Finding(
                    Kind.MISSING,
                    Table.LOG_KEY,
                    row.words("ORIGIN_NUMBER") + "/" + key,
                    null,
                    null,
                    Saying.TILE_GONE.of()));
        }
    }

    private List<VerifiedSignature> verify(SignedNote note, Checkpoint checkpoint) throws UnverifiedException {
        List<VerifierKey> ofOrigin = all.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (ofOrigin.isEmpty()) {
            throw new UnverifiedException("no key is known of the log " + checkpoint.origin());
        }
        return note.verify(ofOrigin);
    }

    /** Keys that are stored beside the log vouch for nothing where somebody knows better. A log changes its name, not its key. */
    private boolean isGiven(List<VerifiedSignature> signatures) {
        return given.isEmpty()
                || signatures.stream().anyMatch(signature -> given.stream().anyMatch(signature.key()::isSameKeyAs));
    }

    private void cosignatures(Row row, SignedNote note) {
        try {
            List<NoteSignature> signatures =
                    SignedNote.parseSignatures(new String(row.bytes("COSIGNATURES"), StandardCharsets.UTF_8));
            List<VerifierKey> witnesses = policy.stream()
                    .flatMap(known -> known.witnesses().stream())
                    .map(Policy.Witness::key)
                    .toList();
            note.with(signatures)
                    .verify(Stream.concat(all.stream(), witnesses.stream()).toList());
            if (signatures.stream().noneMatch(one -> witnesses.stream().anyMatch(one::isSaidToBeOf))) {
                findings.addOnce(Finding.of(Kind.UNVERIFIED, Saying.COSIGNATURES_UNKNOWN.of()));
            }
        } catch (MalformedException | UnverifiedException e) {
            findings.add(Finding.of(Kind.UNSIGNED, row, "COSIGNATURES", Saying.COSIGNATURES_FALSE.of(e.getMessage())));
        }
    }

    /** Whether a checkpoint that was kept is what it says to be. */
    boolean takes(KeptCheckpoint kept) {
        try {
            if (policy.isPresent()) {
                policy.get().verify(kept.note());
            } else {
                List<VerifiedSignature> signatures = verify(kept.note(), kept.checkpoint());
                if (!isGiven(signatures)) {
                    throw new UnverifiedException(
                            "it is signed by a key that is not among those given: %s (if the log has had another key since, give that too: fetch /log/keys again)"
                                    .formatted(signatures.get(0).key()));
                }
            }
            return true;
        } catch (MalformedException | UnverifiedException e) {
            findings.add(Finding.of(Kind.UNSIGNED, Saying.KEPT_FALSE.of(kept.place(), e.getMessage())));
            return false;
        }
    }

    /**
     * A checkpoint whose signature is true.
     *
     * @param note as it is stored
     * @param checkpoint what it says
     */
    record Signed(SignedNote note, Checkpoint checkpoint) {}
}
