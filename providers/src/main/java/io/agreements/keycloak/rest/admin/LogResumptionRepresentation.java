package io.agreements.keycloak.rest.admin;

/**
 * How a halted log is to go on.
 *
 * @param newOrigin {@code true}: as another log, over what is stored now; if left out, as the log it was
 */
public record LogResumptionRepresentation(Boolean newOrigin) {}
