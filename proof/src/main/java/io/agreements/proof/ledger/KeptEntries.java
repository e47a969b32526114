package io.agreements.proof.ledger;

import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import java.util.Optional;

/** Entries of a log that somebody has kept. */
@FunctionalInterface
public interface KeptEntries {

    /** As many of a bundle as were kept, at most as wide as the path says; empty for none. */
    Optional<EntryBundle> read(TilePath path);
}
