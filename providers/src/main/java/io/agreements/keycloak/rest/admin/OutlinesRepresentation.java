package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.agreement.text.outline.ArticleCounts;
import io.agreements.keycloak.agreement.text.outline.Outline;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recognised in each text of a version.
 *
 * @param texts by locale
 * @param difference in what the languages differ, in words; left out if each has the same articles
 */
public record OutlinesRepresentation(Map<String, OutlineRepresentation> texts, String difference) {

    static OutlinesRepresentation of(Map<String, Outline> outlines) {
        Map<String, OutlineRepresentation> texts = new TreeMap<>();
        outlines.forEach((locale, outline) -> texts.put(locale, OutlineRepresentation.of(outline)));
        return new OutlinesRepresentation(
                texts, new ArticleCounts(outlines).difference().orElse(null));
    }
}
