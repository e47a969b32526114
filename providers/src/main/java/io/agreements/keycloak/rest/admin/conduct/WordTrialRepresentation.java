package io.agreements.keycloak.rest.admin.conduct;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * What somebody might write, held against the lists.
 *
 * @param text what to look at, at most 2000 characters
 * @param prohibited whether it would be refused; not sent
 */
@JsonDeserialize(using = SentJson.class)
public record WordTrialRepresentation(String text, Boolean prohibited) {}
