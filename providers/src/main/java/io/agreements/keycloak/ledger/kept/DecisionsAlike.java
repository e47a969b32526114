package io.agreements.keycloak.ledger.kept;

import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * Decisions on one version that say the same after a page that said the same.
 *
 * @param wordingDigest SHA-256 of what the page said, hexadecimal; null where no page asked, as for those taken over from
 *     elsewhere
 * @param decision what they say
 * @param records how many are on record
 * @param first when the first of them was made, in UTC
 * @param last when the last of them was made, in UTC
 * @param logged id of the record of one that is in the log; empty if none is yet
 */
public record DecisionsAlike(
        String wordingDigest, Decision decision, long records, Instant first, Instant last, Optional<String> logged) {}
