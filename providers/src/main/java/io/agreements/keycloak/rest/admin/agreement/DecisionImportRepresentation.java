package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * Where decisions are taken over from.
 *
 * @param attribute name of a user attribute that holds the time of acceptance; left out for that of Keycloak's own terms
 *     and conditions
 */
@JsonDeserialize(using = SentJson.class)
public record DecisionImportRepresentation(String attribute) {}
