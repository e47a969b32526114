package io.agreements.proof.note;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that was verified.
 *
 * @param key made it
 * @param seen when its maker saw the checkpoint, of a cosignature
 */
public record VerifiedSignature(VerifierKey key, Optional<Instant> seen) {}
