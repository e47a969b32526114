package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which article became which: by heading, then by number and by what stands below the heading. Of several articles with
 * one heading, and of those whose heading changed, the most alike go together: a number alone does not outweigh words that
 * stand elsewhere now, as one article put in renumbers all behind it. What precedes the first article is no article.
 */
final class ArticlePairs {

    static final int NONE = -1;

    /** Held against each other, in all and one with one. */
    private static final int MOST_PAIRS = 10_000;

    /** Words looked at for that. */
    private static final long MOST_WORDS = 30_000_000;

    private static final double ENOUGH = 0.4;

    /** How much more alike articles with one number are. */
    private static final double ONE_NUMBER = 0.1;

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
        pairs.by(Section::body, section -> !section.body().isEmpty());
        pairs.byLikeness();
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

    private static boolean hasNumber(Section section) {
        return !section.number().isEmpty();
    }

    private static boolean haveOneNumber(Section older, Section newer) {
        return hasNumber(older) && older.number().equals(newer.number());
    }

    private void by(Function<Section, String> key, Predicate<Section> counts) {
        Map<String, List<Integer>> before = grouped(older, newerOf, key, counts);
        grouped(newer, olderOf, key, counts)
                .forEach((same, places) -> pair(before.getOrDefault(same, List.of()), places));
    }

    /** Places of those that have no counterpart yet. */
    private static Map<String, List<Integer>> grouped(
            List<Section> sections, int[] counterparts, Function<Section, String> key, Predicate<Section> counts) {
        Map<String, List<Integer>> grouped = new LinkedHashMap<>();
        left(sections, counterparts)
                .filter(place -> counts.test(sections.get(place)))
                .forEach(place -> grouped.computeIfAbsent(key.apply(sections.get(place)), unknown -> new ArrayList<>())
                        .add(place));
        return grouped;
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

    /** Of more than can be held against each other, those with one number first. */
    private void byLikeness() {
        if (!areFew(allLeft(older, newerOf), allLeft(newer, olderOf))) {
            Map<String, List<Integer>> before = grouped(older, newerOf, Section::number, ArticlePairs::hasNumber);
            grouped(newer, olderOf, Section::number, ArticlePairs::hasNumber)
                    .forEach((same, places) -> mostAlike(before.getOrDefault(same, List.of()), places, ENOUGH));
        }
        mostAlike(allLeft(older, newerOf), allLeft(newer, olderOf), ENOUGH);
    }

    private void mostAlike(List<Integer> before, List<Integer> after, double enough) {
        if (!areFew(before, after)) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int first : before) {
            for (int second : after) {
                double likeness = likeness(older.get(first), newer.get(second));
                if (likeness > enough) {
                    boolean oneNumber = haveOneNumber(older.get(first), newer.get(second));
                    pairs.add(new Pair(first, second, oneNumber ? likeness + ONE_NUMBER : likeness));
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

    private boolean areFew(List<Integer> before, List<Integer> after) {
        return (long) before.size() * after.size() <= MOST_PAIRS && words(before, after) <= MOST_WORDS;
    }

    private long words(List<Integer> before, List<Integer> after) {
        long beforeWords = before.stream()
                .mapToLong(place -> body(older.get(place)).size())
                .sum();
        long afterWords =
                after.stream().mapToLong(place -> body(newer.get(place)).size()).sum();
        return beforeWords * after.size() + afterWords * before.size();
    }

    /** Half of it is the heading, half what stands below, which is enough where the heading is another. */
    private double likeness(Section first, Section second) {
        double texts = body(first).to(body(second));
        if (!hasTitle(first) && !hasTitle(second)) {
            return texts;
        }
        double headings = Likeness.of(first.heading()).to(Likeness.of(second.heading()));
        boolean wordless = body(first).size() == 0 && body(second).size() == 0;
        double both = (headings + texts) / 2;
        return wordless ? both : Math.max(texts, both);
    }

    private Likeness body(Section section) {
        return bodies.computeIfAbsent(section, unknown -> Likeness.of(section.words()));
    }

    private static List<Integer> allLeft(List<Section> sections, int[] counterparts) {
        return left(sections, counterparts).boxed().toList();
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
