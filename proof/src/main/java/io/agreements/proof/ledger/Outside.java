package io.agreements.proof.ledger;

import io.agreements.proof.log.Policy;
import io.agreements.proof.note.VerifierKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has kept elsewhere, and holds a ledger against.
 *
 * @param checkpoints that were kept
 * @param keys of the log, by whom its checkpoints have to be signed; none if they are not known
 * @param policy who has to have seen them; empty for nobody
 * @param entries kept entries of the log
 * @param authorities who may vouch for those who stamp time; none if they are not known
 */
public record Outside(
        List<KeptCheckpoint> checkpoints,
        List<VerifierKey> keys,
        Optional<Policy> policy,
        Optional<KeptEntries> entries,
        Collection<X509Certificate> authorities) {

    /** Nothing was kept. */
    public static final Outside NOTHING =
            new Outside(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

    public Outside {
        checkpoints = List.copyOf(checkpoints);
        keys = List.copyOf(keys);
        authorities = List.copyOf(authorities);
    }
}
