package io.agreements.keycloak.ledger.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.log.Policy;
import io.agreements.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who has to have seen the checkpoints of this server's logs.
 *
 * @param policy with witnesses and quorum, and no log
 */
public record LogPolicy(Policy policy) {

    /**
     * Reads a {@code tlog-policy} file.
     *
     * @param file null for no witness at all
     * @throws IllegalArgumentException if it is none
     */
    public static LogPolicy read(Path file) {
        if (file == null) {
            return new LogPolicy(new Policy(List.of(), List.of(), List.of(), Policy.NONE));
        }
        try {
            Policy policy = Policy.parse(Files.readAllBytes(file));
            if (!policy.logs().isEmpty()) {
                throw new MalformedException("it names logs, which are those of the realms here");
            }
            return new LogPolicy(policy);
        } catch (IOException e) {
            throw new UncheckedIOException("The policy for logs cannot be read: " + file, e);
        } catch (MalformedException e) {
            throw new IllegalArgumentException("The policy for logs in " + file + ": " + e.getMessage(), e);
        }
    }

    /** The same for one log, by all its keys. */
    public String of(List<String> verifierKeys) {
        return new Policy(
                        verifierKeys.stream()
                                .map(key -> new Policy.Log(VerifierKey.parse(key), Optional.empty()))
                                .toList(),
                        policy.witnesses(),
                        policy.groups(),
                        policy.quorum())
                .toString();
    }
}
