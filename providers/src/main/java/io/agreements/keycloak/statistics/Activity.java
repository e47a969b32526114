package io.agreements.keycloak.statistics;

import java.time.Instant;

/**
 * What is in a stretch of time.
 *
 * @param users how many, each once
 * @param first when the first of it was; null if there is nothing
 */
public record Activity(long users, Instant first) {}
