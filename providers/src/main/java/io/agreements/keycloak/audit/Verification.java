package io.agreements.keycloak.audit;

import java.time.Instant;

/**
 * That the ledger of a realm was verified as a whole.
 *
 * @param at when, in UTC
 * @param size how many entries the checkpoint had up to which it was
 * @param good whether nothing was found to be wrong
 */
public record Verification(Instant at, long size, boolean good) {}
