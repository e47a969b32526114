package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import io.agreements.keycloak.agreement.text.outline.HeadingNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Compares texts article by article and word by word. Articles are the same if they have the same heading, or the same
 * heading but for its number. Markup and lines broken elsewhere make no difference.
 */
final class TextComparison {

    private final ParagraphComparison paragraphs;

    TextComparison(Locale locale) {
        this.paragraphs = new ParagraphComparison(new Words(locale));
    }

    TextChanges compare(Sections older, Sections newer) {
        return new TextChanges(
                article(null, null, older.preamble(), newer.preamble()),
                articles(older.byHeading(), newer.byHeading()));
    }

    private List<Article> articles(Map<String, List<String>> before, Map<String, List<String>> after) {
        Map<String, String> olderOf = counterparts(before, after);
        List<Article> compared = new ArrayList<>();
        Map<String, Integer> placeOfOlder = new HashMap<>();
        after.forEach((heading, body) -> {
            String older = olderOf.get(heading);
            if (older == null) {
                compared.add(new Article(heading, null, Kind.ADDED, whole(Kind.ADDED, body)));
            } else {
                placeOfOlder.put(older, compared.size());
                compared.add(article(older, heading, before.get(older), body));
            }
        });
        return withRemoved(before, compared, placeOfOlder);
    }

    private static List<Article> withRemoved(
            Map<String, List<String>> before, List<Article> compared, Map<String, Integer> placeOfOlder) {
        List<List<Article>> removedAfter = new ArrayList<>();
        for (int place = 0; place <= compared.size(); place++) {
            removedAfter.add(new ArrayList<>());
        }
        int last = 0;
        for (Map.Entry<String, List<String>> older : before.entrySet()) {
            Integer place = placeOfOlder.get(older.getKey());
            if (place == null) {
                removedAfter
                        .get(last)
                        .add(new Article(older.getKey(), null, Kind.REMOVED, whole(Kind.REMOVED, older.getValue())));
            } else {
                last = place + 1;
            }
        }
        List<Article> all = new ArrayList<>(removedAfter.get(0));
        for (int place = 0; place < compared.size(); place++) {
            all.add(compared.get(place));
            all.addAll(removedAfter.get(place + 1));
        }
        return all;
    }

    /** Headings of the older text by those of the newer one. */
    private static Map<String, String> counterparts(Map<String, ?> before, Map<String, ?> after) {
        Map<String, String> found = new HashMap<>();
        Map<String, String> unnumbered = new HashMap<>();
        before.keySet().forEach(heading -> {
            if (after.containsKey(heading)) {
                found.put(heading, heading);
            } else {
                unnumbered.putIfAbsent(HeadingNumber.remove(heading), heading);
            }
        });
        unnumbered.remove("");
        after.keySet().stream().filter(heading -> !found.containsKey(heading)).forEach(heading -> {
            String older = unnumbered.remove(HeadingNumber.remove(heading));
            if (older != null) {
                found.put(heading, older);
            }
        });
        return found;
    }

    private Article article(String olderHeading, String heading, List<String> before, List<String> after) {
        boolean sameHeading = Objects.equals(olderHeading, heading);
        boolean sameBody = Words.comparable(String.join("", before)).equals(Words.comparable(String.join("", after)));
        return new Article(
                heading,
                sameHeading ? null : olderHeading,
                sameHeading && sameBody ? Kind.UNTOUCHED : Kind.CHANGED,
                sameBody ? List.of() : paragraphs.compare(before, after));
    }

    private static List<Paragraph> whole(Kind kind, List<String> paragraphs) {
        return paragraphs.stream()
                .map(words -> new Paragraph(List.of(new Passage(kind, words))))
                .toList();
    }
}
