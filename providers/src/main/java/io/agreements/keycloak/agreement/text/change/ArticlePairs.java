package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which article became which: by heading, then by number, then by what stands below the heading. Of several articles with
 * one heading, the most alike go together. What precedes the first article is no article.
 */
final class ArticlePairs {

    static final int NONE = -1;

    /** Held against each other, in all and one with one. */
    private static final int MOST_PAIRS = 10_000;

    /** Words looked at for that. */
    private static final long MOST_WORDS = 30_000_000;

    private static final double ENOUGH = 0.4;

    private final List<Section> older;
    private final List<Section> newer;
    private final int[] olderOf;
    private final int[] newerOf;
    private final Map<Section, Likeness> bodies = new IdentityHashMap<>();

    private ArticlePairs(List<Section> older, List<Section> newer) {
        this.older = older;
        this.newer = newer;
        this.olderOf = new int[newer.size()];
        this.newerOf = new int[older.size()];
        Arrays.fill(olderOf, NONE);
        Arrays.fill(newerOf, NONE);
    }

    /** For each newer section the place of the older one; what precedes the first article is the same in both. */
    static int[] of(List<Section> older, List<Section> newer, Differences differences) {
        ArticlePairs pairs = new ArticlePairs(older, newer);
        pairs.pair(0, 0);
        pairs.inOrder(differences);
        pairs.by(ArticlePairs::whole, section -> true);
        pairs.by(Section::comparable, ArticlePairs::hasTitle);
        pairs.by(Section::title, ArticlePairs::hasTitle);
        pairs.by(section -> section.title().toLowerCase(Locale.ROOT), ArticlePairs::hasTitle);
        pairs.by(Section::body, section -> !hasTitle(section) && !section.body().isEmpty());
        pairs.byLikeness(ArticlePairs::haveOneNumber);
        pairs.by(Section::body, section -> !section.body().isEmpty());
        pairs.byLikeness((first, second) -> true);
        pairs.by(Section::comparable, section -> true);
        pairs.by(Section::title, section -> section.body().isEmpty());
        return pairs.olderOf;
    }

    /** Those that stayed as they are where they are: of several that are the same, the right ones. */
    private void inOrder(Differences differences) {
        for (Differences.Stretch stretch : differences.of(wholes(older), wholes(newer))) {
            for (int place = 0; stretch.same() && stretch.newerStart() + place < stretch.newerEnd(); place++) {
                pair(stretch.olderStart() + place, stretch.newerStart() + place);
            }
        }
    }

    private static List<String> wholes(List<Section> sections) {
        List<String> wholes = new ArrayList<>(List.of(""));
        sections.stream().skip(1).map(ArticlePairs::whole).forEach(wholes::add);
        return wholes;
    }

    private static String whole(Section section) {
        return section.comparable() + '\0' + section.body();
    }

    private static boolean hasTitle(Section section) {
        return !section.title().isEmpty();
    }

    private static boolean haveOneNumber(Section older, Section newer) {
        return !older.number().isEmpty() && older.number().equals(newer.number());
    }

    private void by(Function<Section, String> key, Predicate<Section> counts) {
        Map<String, List<Integer>> before = new HashMap<>();
        left(older, newerOf)
                .filter(place -> counts.test(older.get(place)))
                .forEach(place -> before.computeIfAbsent(key.apply(older.get(place)), unknown -> new ArrayList<>())
                        .add(place));
        Map<String, List<Integer>> after = new HashMap<>();
        left(newer, olderOf)
                .filter(place -> counts.test(newer.get(place)))
                .forEach(place -> after.computeIfAbsent(key.apply(newer.get(place)), unknown -> new ArrayList<>())
                        .add(place));
        after.forEach((same, places) -> pair(before.getOrDefault(same, List.of()), places));
    }

    private void pair(List<Integer> before, List<Integer> after) {
        if ((long) before.size() * after.size() > 1) {
            mostAlike(before, after, 0.0);
        }
        List<Integer> beforeLeft =
                before.stream().filter(place -> newerOf[place] == NONE).toList();
        List<Integer> afterLeft =
                after.stream().filter(place -> olderOf[place] == NONE).toList();
        for (int place = 0; place < Math.min(beforeLeft.size(), afterLeft.size()); place++) {
            pair(beforeLeft.get(place), afterLeft.get(place));
        }
    }

    private interface Condition {
        boolean holds(Section older, Section newer);
    }

    private void byLikeness(Condition condition) {
        mostAlike(
                left(older, newerOf).boxed().toList(),
                left(newer, olderOf).boxed().toList(),
                ENOUGH,
                condition);
    }

    private void mostAlike(List<Integer> before, List<Integer> after, double enough) {
        mostAlike(before, after, enough, (first, second) -> true);
    }

    private void mostAlike(List<Integer> before, List<Integer> after, double enough, Condition condition) {
        if ((long) before.size() * after.size() > MOST_PAIRS || words(before, after) > MOST_WORDS) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int first : before) {
            for (int second : after) {
                if (condition.holds(older.get(first), newer.get(second))) {
                    double likeness = likeness(older.get(first), newer.get(second));
                    if (likeness > enough) {
                        pairs.add(new Pair(first, second, likeness));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(Pair::older)
                .thenComparingInt(Pair::newer));
        pairs.stream()
                .filter(pair -> newerOf[pair.older()] == NONE && olderOf[pair.newer()] == NONE)
                .forEach(pair -> pair(pair.older(), pair.newer()));
    }

    private long words(List<Integer> before, List<Integer> after) {
        long beforeWords = before.stream()
                .mapToLong(place -> body(older.get(place)).size())
                .sum();
        long afterWords =
                after.stream().mapToLong(place -> body(newer.get(place)).size()).sum();
        return beforeWords * after.size() + afterWords * before.size();
    }

    /** Half of it is the heading, half what stands below. */
    private double likeness(Section first, Section second) {
        double headings = hasTitle(first) || hasTitle(second)
                ? Likeness.of(first.heading()).to(Likeness.of(second.heading()))
                : 1;
        double texts = body(first).to(body(second));
        return hasTitle(first) || hasTitle(second) ? (headings + texts) / 2 : texts;
    }

    private Likeness body(Section section) {
        return bodies.computeIfAbsent(section, unknown -> Likeness.of(section.words()));
    }

    private static IntStream left(List<Section> sections, int[] counterparts) {
        return IntStream.range(1, sections.size()).filter(place -> counterparts[place] == NONE);
    }

    private void pair(int first, int second) {
        newerOf[first] = second;
        olderOf[second] = first;
    }

    private record Pair(int older, int newer, double likeness) {}
}
