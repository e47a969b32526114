package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.agreement.text.outline.Outlines;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recognised in each text of a version.
 *
 * @param texts by locale
 * @param difference in what the languages differ, in words; left out if each has the same articles
 */
public record OutlinesRepresentation(Map<String, OutlineRepresentation> texts, String difference) {

    static OutlinesRepresentation of(Outlines outlines) {
        Map<String, OutlineRepresentation> texts = new TreeMap<>();
        outlines.byLocale().forEach((locale, outline) -> texts.put(locale, OutlineRepresentation.of(outline)));
        return new OutlinesRepresentation(texts, outlines.difference().orElse(null));
    }
}
