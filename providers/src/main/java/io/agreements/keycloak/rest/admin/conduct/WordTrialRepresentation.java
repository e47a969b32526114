package io.agreements.keycloak.rest.admin.conduct;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * What somebody might write, held against the lists.
 *
 * @param text what to look at, at most 2000 characters
 * @param prohibited whether it would be refused; not sent
 * @param word the first word in it that may not be used, as the list has it; null if there is none, and not sent
 */
@JsonDeserialize(using = SentJson.class)
public record WordTrialRepresentation(String text, Boolean prohibited, String word) {}
