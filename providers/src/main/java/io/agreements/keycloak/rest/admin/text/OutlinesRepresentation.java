package io.agreements.keycloak.rest.admin.text;

import io.agreements.keycloak.agreement.text.outline.OutlineDifference;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recognised in each text of a version.
 *
 * @param texts by locale
 * @param difference in what the languages differ; left out if each has the same articles
 */
public record OutlinesRepresentation(Map<String, OutlineRepresentation> texts, DifferenceRepresentation difference) {

    public static OutlinesRepresentation of(Outlines outlines) {
        Map<String, OutlineRepresentation> texts = new TreeMap<>();
        outlines.byLocale().forEach((locale, outline) -> texts.put(locale, OutlineRepresentation.of(outline)));
        return new OutlinesRepresentation(
                texts, outlines.difference().map(DifferenceRepresentation::of).orElse(null));
    }

    /**
     * @param kind what of the articles is not the same in every language
     * @param place of the first article that has another number, from 1; left out if that is not it
     * @param articles by locale, in a few words: the article at that place, or else all of them
     * @param message all of it in English words
     */
    public record DifferenceRepresentation(
            OutlineDifference.Disparity kind, Integer place, Map<String, String> articles, String message) {

        static DifferenceRepresentation of(OutlineDifference difference) {
            return new DifferenceRepresentation(
                    difference.kind(), difference.place(), difference.articles(), difference.words());
        }
    }
}
