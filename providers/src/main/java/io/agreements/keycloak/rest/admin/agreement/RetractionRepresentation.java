package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/** @param edits the version's, as it was read */
@JsonDeserialize(using = SentJson.class)
public record RetractionRepresentation(Integer edits) {}
