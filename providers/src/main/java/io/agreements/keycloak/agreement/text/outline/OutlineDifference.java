package io.agreements.keycloak.agreement.text.outline;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In what the languages of a version differ.
 *
 * @param kind what it is
 * @param place of the first article that has another number, from 1; null if that is not it
 * @param articles by locale, in a few words: the article at that place, or else all of them
 */
public record OutlineDifference(Disparity kind, Integer place, SortedMap<String, String> articles) {

    /** What of the articles is not the same in every language. */
    public enum Disparity {
        /** How many there are. */
        COUNT,
        /** The number of one of them. */
        NUMBER
    }

    public OutlineDifference {
        articles = Collections.unmodifiableSortedMap(new TreeMap<>(articles));
    }

    static OutlineDifference ofCounts(Map<String, String> counted) {
        return new OutlineDifference(Disparity.COUNT, null, new TreeMap<>(counted));
    }

    static OutlineDifference ofNumbers(int place, Map<String, String> names) {
        return new OutlineDifference(Disparity.NUMBER, place, new TreeMap<>(names));
    }

    /** All of it in English words, for an administrator. */
    public String words() {
        return kind == Disparity.COUNT
                ? joined("%s has %s")
                : "number " + place + " of them is " + joined("%2$s in %1$s");
    }

    private String joined(String format) {
        return articles.entrySet().stream()
                .map(language -> format.formatted(language.getKey(), language.getValue()))
                .collect(Collectors.joining(", "));
    }
}
