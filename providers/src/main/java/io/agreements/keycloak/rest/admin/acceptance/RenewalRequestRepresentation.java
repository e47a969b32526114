package io.agreements.keycloak.rest.admin.acceptance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;
import java.util.List;

/**
 * Users who are to accept again.
 *
 * @param userIds ids of the users, 100 at most
 * @param reason why, in words that the users are shown; at most 500 characters
 */
@JsonDeserialize(using = SentJson.class)
public record RenewalRequestRepresentation(List<String> userIds, String reason) {}
