package io.agreements.keycloak.rest.admin.setup;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;
import java.util.List;

/**
 * What is to be mended.
 *
 * @param conditions ids of conditions; all if it is left out
 * @param fingerprint of the plan that was shown
 */
@JsonDeserialize(using = SentJson.class)
public record SetupRequest(List<String> conditions, String fingerprint) {}
