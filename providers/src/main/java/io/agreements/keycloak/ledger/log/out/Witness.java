package io.agreements.keycloak.ledger.log.out;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.AddCheckpoint;
import io.agreements.proof.log.Policy;
import io.agreements.proof.log.WitnessAnswer;
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

/** Somebody who looks at checkpoints, and signs those that only add to what was seen before (C2SP tlog-witness). */
final class Witness {

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
                        witness, URI.create(witness.url().get().replaceFirst("/+$", "") + "/" + AddCheckpoint.PATH)))
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
        WitnessAnswer answer = ask(web, note, before, proofs);
        if (answer instanceof WitnessAnswer.SeenAt at) {
            before = at.size();
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
        if (answer instanceof WitnessAnswer.Cosigned cosigned) {
            seen.put(origin, size);
            return cosigned.checkpoint().signatures().stream()
                    .filter(signature -> signature.isSaidToBeOf(witness.key()))
                    .findFirst();
        }
        if (answer instanceof WitnessAnswer.Refused refused && refused.status() == NO_PROOF) {
            throw new ContradictionException(
                    "The witness " + name() + " has seen a checkpoint of other " + before + " entries than the log");
        }
        throw new IOException("The witness " + name() + " did not sign: " + answer);
    }

    private WitnessAnswer ask(WebClient web, SignedNote note, long before, LongFunction<ConsistencyProof> proofs)
            throws IOException {
        List<Hash> proof = before == 0 ? List.of() : proofs.apply(before).hashes();
        WebClient.Answer answer = web.post(address, new AddCheckpoint(before, proof, note).toString());
        try {
            return WitnessAnswer.read(answer.status(), answer.type(), answer.body(), note, witness.key());
        } catch (MalformedException | UnverifiedException e) {
            throw new IOException("The witness " + name() + " did not sign this checkpoint: " + e.getMessage(), e);
        }
    }
}
