package io.agreements.keycloak.audit.figure;

import java.time.Instant;

/**
 * From what a figure was counted.
 *
 * @param from the first moment that was looked at, in UTC; null if it is not about a stretch of time
 * @param until the first moment after that; null likewise
 */
public record Counted(Source source, Instant from, Instant until) {}
