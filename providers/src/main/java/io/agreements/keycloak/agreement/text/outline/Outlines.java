package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.number.NumberValues;
import io.agreements.keycloak.agreement.text.outline.Outline.Article;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was recognised in each language of a version. */
public final class Outlines {

    private static final OutlineReader READER = new OutlineReader();

    /** Names of articles that are told of each language. */
    private static final int TOLD = 4;

    private static final int LONGEST_NAME = 30;

    private final SortedMap<String, Outline> outlines;

    /** @param outlines by locale */
    public Outlines(Map<String, Outline> outlines) {
        this.outlines = Collections.unmodifiableSortedMap(new TreeMap<>(outlines));
    }

    /** @param contents Markdown in UTF-8 by locale */
    public static Outlines of(Map<String, byte[]> contents) {
        return new Outlines(contents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, content -> READER.read(TextBytes.decode(content.getValue())))));
    }

    public SortedMap<String, Outline> byLocale() {
        return outlines;
    }

    /** How many articles there are in each. */
    public Map<String, Integer> articleCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        outlines.forEach(
                (locale, outline) -> counts.put(locale, outline.articles().size()));
        return counts;
    }

    /**
     * A version says the same in all its languages: as many articles in each, with the same numbers where every language
     * numbers them.
     *
     * @return in what they differ; empty if they do not
     */
    public Optional<OutlineDifference> difference() {
        SortedMap<String, List<Article>> articles = new TreeMap<>();
        outlines.forEach((locale, outline) -> articles.put(locale, outline.articles()));
        if (articles.values().stream().mapToInt(List::size).distinct().count() > 1) {
            return Optional.of(OutlineDifference.ofCounts(named(articles, Outlines::counted)));
        }
        return firstOtherNumber(List.copyOf(articles.values()))
                .map(place -> OutlineDifference.ofNumbers(place + 1, named(articles, found -> name(found.get(place)))));
    }

    private static Map<String, String> named(
            Map<String, List<Article>> articles, Function<List<Article>, String> naming) {
        Map<String, String> names = new TreeMap<>();
        articles.forEach((locale, found) -> names.put(locale, naming.apply(found)));
        return names;
    }

    /** The place of the first article that no number stands for in every language, if every language numbers all of them. */
    private static Optional<Integer> firstOtherNumber(List<List<Article>> articles) {
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        List<List<Set<String>>> languages = articles.stream()
                .map(found -> found.stream().map(Outlines::values).toList())
                .toList();
        if (languages.stream().anyMatch(values -> values.stream().anyMatch(Set::isEmpty))) {
            return Optional.empty();
        }
        return IntStream.range(0, languages.get(0).size())
                .filter(place -> inAll(languages, place).isEmpty())
                .boxed()
                .findFirst();
    }

    private static Set<String> inAll(List<List<Set<String>>> languages, int place) {
        Set<String> common = new HashSet<>(languages.get(0).get(place));
        languages.forEach(values -> common.retainAll(values.get(place)));
        return common;
    }

    private static Set<String> values(Article article) {
        return article.number().map(NumberValues::of).orElse(Set.of());
    }

    private static String counted(List<Article> found) {
        if (found.isEmpty()) {
            return "none";
        }
        List<String> names = found.size() <= TOLD
                ? found.stream().map(Outlines::name).toList()
                : List.of(name(found.get(0)), name(found.get(1)), "…", name(found.get(found.size() - 1)));
        return found.size() + " (" + String.join(", ", names) + ")";
    }

    private static String name(Article article) {
        String name = article.name();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
