package io.agreements.keycloak.rest.admin;

/** @param edits the version's, as it was read */
public record RetractionRepresentation(Integer edits) {}
