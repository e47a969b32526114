package io.agreements.keycloak.ledger.log.out;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.Policy;
import io.agreements.proof.merkle.ConsistencyProof;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.NoteSignature;
import io.agreements.proof.note.SignedNote;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Somebody who looks at checkpoints, and signs those that only add to what was seen before (C2SP tlog-witness). */
final class Witness {

    private static final int CONFLICT = 409;
    private static final int NO_PROOF = 422;

    private final Policy.Witness witness;
    private final URI address;

    /** The size it saw last of each log, as far as this server knows. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    private Witness(Policy.Witness witness, URI address) {
        this.witness = witness;
        this.address = address;
    }

    /** Those of a policy that can be asked. */
    static List<Witness> of(Policy policy) {
        return policy.witnesses().stream()
                .filter(witness -> witness.url().isPresent())
                .map(witness -> new Witness(
                        witness, URI.create(witness.url().get().replaceFirst("/+$", "") + "/add-checkpoint")))
                .toList();
    }

    String name() {
        return witness.name();
    }

    boolean hasSigned(SignedNote note) {
        return note.signatures().stream().anyMatch(signature -> signature.isSaidToBeOf(witness.key()));
    }

    /**
     * Asks it to sign.
     *
     * @param size of the checkpoint
     * @param largest how many entries the log has by then: another node may have sent a larger checkpoint meanwhile
     * @param proofs that the log only grew from a size up to this one
     * @return the line it added; empty if it has seen a larger checkpoint of the log
     */
    Optional<NoteSignature> cosign(
            WebClient web,
            String origin,
            SignedNote note,
            long size,
            LongSupplier largest,
            LongFunction<ConsistencyProof> proofs)
            throws IOException, ContradictionException {
        long before = Math.min(size, seen.getOrDefault(origin, 0L));
        WebClient.Answer answer = ask(web, note, before, proofs);
        if (answer.status() == CONFLICT) {
            before = size(answer.body());
            long now = largest.getAsLong();
            if (before > now) {
                throw new ContradictionException("The witness " + name() + " has seen a checkpoint of " + before
                        + " entries, and the log has only " + now);
            }
            if (before > size) {
                return Optional.empty();
            }
            answer = ask(web, note, before, proofs);
        }
        if (answer.status() == NO_PROOF) {
            throw new ContradictionException(
                    "The witness " + name() + " has seen a checkpoint of other " + before + " entries than the log");
        }
        if (!answer.isSuccess()) {
            throw new IOException("The witness " + name() + " answered " + answer.status());
        }
        NoteSignature signature = signature(note, answer.body());
        seen.put(origin, size);
        return Optional.of(signature);
    }

    private WebClient.Answer ask(WebClient web, SignedNote note, long before, LongFunction<ConsistencyProof> proofs)
            throws IOException {
        String proof = before == 0
                ? ""
                : proofs.apply(before).hashes().stream()
                        .map(Hash::base64)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
        return web.post(address, "old " + before + "\n" + proof + "\n" + note);
    }

    private long size(String body) throws IOException {
        String line = body.strip();
        if (!line.matches("0|[1-9]\\d{0,17}")) {
            throw new IOException("The witness " + name() + " does not say what it has seen");
        }
        return Long.parseLong(line);
    }

    private NoteSignature signature(SignedNote note, String lines) throws IOException {
        try {
            List<NoteSignature> ofWitness = SignedNote.parseSignatures(lines).stream()
                    .filter(signature -> signature.isSaidToBeOf(witness.key()))
                    .toList();
            if (ofWitness.isEmpty()) {
                throw new IOException("The witness " + name() + " signed with another key than the policy has");
            }
            new SignedNote(note.text(), ofWitness).verify(List.of(witness.key()));
            return ofWitness.get(0);
        } catch (MalformedException | UnverifiedException e) {
            throw new IOException("The witness " + name() + " did not sign this checkpoint: " + e.getMessage(), e);
        }
    }
}
