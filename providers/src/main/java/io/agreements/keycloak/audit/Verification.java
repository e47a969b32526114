package io.agreements.keycloak.audit;

import java.time.Instant;

/**
 * That the ledger of a realm was verified.
 *
 * @param at when that came to its end, in UTC
 * @param from how many entries at the beginning were passed over; 0 for none
 * @param size up to how many entries it was
 * @param good whether nothing was found to be wrong
 */
public record Verification(Instant at, long from, long size, boolean good) {}
