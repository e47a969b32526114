package io.agreements.keycloak.rest.admin.text;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * A text as readers would see it, and what was recognised in it.
 *
 * @param locale language tag of the text, in which the few words beside it are said; left out for English, and only sent
 * @param content the Markdown; only sent
 * @param html safe to be put into a page; only answered
 * @param outline only answered
 */
@JsonDeserialize(using = SentJson.class)
public record PreviewRepresentation(String locale, String content, String html, OutlineRepresentation outline) {}
