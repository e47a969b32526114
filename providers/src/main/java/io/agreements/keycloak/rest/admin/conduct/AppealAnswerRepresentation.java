package io.agreements.keycloak.rest.admin.conduct;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import io.agreements.keycloak.rest.SentJson;

/**
 * What an administrator says to an appeal.
 *
 * @param outcome {@code UPHELD}, then the restriction is lifted, or {@code REJECTED}
 * @param answer in words that the user reads, at most 2000 characters
 */
@JsonDeserialize(using = SentJson.class)
public record AppealAnswerRepresentation(Outcome outcome, String answer) {}
