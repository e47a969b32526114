package io.agreements.keycloak.rest.admin.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.rest.SentJson;
import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.note.VerifierKey;
import java.util.List;
import java.util.Optional;

/**
 * What is to be verified.
 *
 * @param fromIndex place in the log of the first record; 0 if left out
 * @param toIndex place in the log of the first record that is not meant any more; the end of the log if left out
 * @param checkpoint one that was kept elsewhere, as it was fetched, or several with an empty line between them; at most 65,536
 *     characters; if left out, only what contradicts itself is found
 * @param keys verifier keys of the log that were kept elsewhere, one on each line, at most 16,384 characters: what none of
 *     them signed is wrong; those that are stored if left out
 */
@JsonDeserialize(using = SentJson.class)
public record VerificationRequestRepresentation(Long fromIndex, Long toIndex, String checkpoint, String keys) {

    private static final int LONGEST_CHECKPOINT = 65_536;
    private static final int LONGEST_KEYS = 16_384;

    /** What stands in findings for where it was kept. */
    private static final String PLACE = "what was sent";

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Outside toOutside() {
        Limits.requireLength("checkpoint", checkpoint, LONGEST_CHECKPOINT);
        Limits.requireLength("keys", keys, LONGEST_KEYS);
        return new Outside(checkpoints(), verifierKeys(), Optional.empty(), Optional.empty(), List.of());
    }

    private List<KeptCheckpoint> checkpoints() {
        if (checkpoint == null || checkpoint.isBlank()) {
            return List.of();
        }
        try {
            List<KeptCheckpoint> parsed = KeptCheckpoint.parse(PLACE, plain(checkpoint));
            if (parsed.isEmpty()) {
                throw new MalformedException("there is none");
            }
            return parsed;
        } catch (MalformedException e) {
            throw new IllegalArgumentException("checkpoint is none of a log: " + e.getMessage(), e);
        }
    }

    /** As it was before it went through a form: lines ended by a line feed, and nothing before it. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip() + "\n";
    }

    private List<VerifierKey> verifierKeys() {
        if (keys == null) {
            return List.of();
        }
        try {
            return keys.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(VerifierKey::parse)
                    .toList();
        } catch (MalformedException e) {
            throw new IllegalArgumentException("keys has a line that is no verifier key: " + e.getMessage(), e);
        }
    }
}
