package io.agreements.keycloak.acceptance.coverage;

import java.time.Instant;

/**
 * What was counted, and when: it is as it was at that moment, whoever has decided since.
 *
 * @param value what was counted
 * @param at when, on the server's clock
 */
public record Counted<N>(N value, Instant at) {}
