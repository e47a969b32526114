package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Anchors.Anchor;
import io.agreements.keycloak.agreement.text.change.Partition.Part;
import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares two texts article by article, and in each word by word. */
final class TextComparison {

    private static final int NONE = ArticlePairs.NONE;

    private final Differences differences = new Differences();
    private final Traits traits = new Traits(differences);
    private final ParagraphComparison paragraphs;
    private final List<Section> older;
    private final List<Section> newer;

    /** What stood below each newer heading; null where nothing did. */
    private final List<Part> before = new ArrayList<>();

    /** What stands where the older heading was, by its place; of those that are gone while their words are not. */
    private final Map<Integer, Part> merged = new HashMap<>();

    private final List<List<Block>> after = new ArrayList<>();
    private final int[] olderOf;
    private final int[] newerOf;

    TextComparison(Locale locale, List<Section> older, List<Section> newer) {
        this.paragraphs = new ParagraphComparison(new Words(locale), differences, traits);
        this.older = older;
        this.newer = newer;
        this.olderOf = ArticlePairs.of(older, newer, differences);
        this.newerOf = newerOf();
    }

    /** @param equal whether the texts are the same to the byte */
    TextChanges compare(boolean equal) {
        findNewHeadings();
        findGoneHeadings();
        Set<Integer> moved = moved();
        Article preamble = compared(0, Set.of());
        List<Article> articles = new ArrayList<>();
        int last = 0;
        addGone(articles, 0, moved);
        for (int place = 1; place < newer.size(); place++) {
            articles.add(compared(place, moved));
            if (olderOf[place] != NONE) {
                last = olderOf[place];
                addGone(articles, last, moved);
            }
        }
        TextChanges changes = new TextChanges(preamble, List.copyOf(articles), traits.found(), traits.more());
        if (equal || !changes.isEmpty()) {
            return changes;
        }
        if (older.equals(newer)) {
            traits.add(Trait.MARKUP, null, null, null);
        } else {
            addBegun();
        }
        return new TextChanges(preamble, changes.articles(), traits.found(), traits.more());
    }

    /** Where one list, quotation or box became two, or two became one. */
    private void addBegun() {
        for (int place = 0; place < newer.size(); place++) {
            List<Block> formerly = older.get(olderOf[place]).blocks();
            List<Block> now = newer.get(place).blocks();
            for (int block = 0; block < Math.min(formerly.size(), now.size()); block++) {
                if (formerly.get(block).begun() != now.get(block).begun()) {
                    traits.add(
                            Trait.STRUCTURE,
                            newer.get(place).heading(),
                            null,
                            now.get(block).words());
                }
            }
        }
        if (traits.found().isEmpty()) {
            traits.add(Trait.OTHER, null, null, null);
        }
    }

    /** What stood in one section and now stands in several. */
    private void findNewHeadings() {
        Partition partition = new Partition(differences);
        for (int place = 0; place < newer.size(); place++) {
            before.add(
                    olderOf[place] == NONE
                            ? null
                            : new Part(null, older.get(olderOf[place]).blocks()));
            after.add(newer.get(place).blocks());
        }
        for (int place = 0; place < newer.size(); place++) {
            int end = place + 1;
            while (olderOf[place] != NONE && end < newer.size() && olderOf[end] == NONE) {
                end++;
            }
            if (end > place + 1) {
                List<Part> parts = partition.of(before.get(place).blocks(), newer.subList(place, end));
                for (int part = 0; part < parts.size(); part++) {
                    before.set(place + part, parts.get(part));
                }
            }
        }
    }

    /** What stood in several sections and now stands in one. */
    private void findGoneHeadings() {
        Partition partition = new Partition(differences);
        for (int place = 0; place < older.size(); place++) {
            int end = place + 1;
            while (newerOf[place] != NONE && end < older.size() && newerOf[end] == NONE) {
                end++;
            }
            if (end > place + 1) {
                int now = newerOf[place];
                List<Part> parts = partition.of(after.get(now), older.subList(place, end));
                after.set(now, parts.get(0).blocks());
                for (int part = 1; part < parts.size(); part++) {
                    if (parts.get(part) != null) {
                        merged.put(place + part, parts.get(part));
                    }
                }
            }
        }
    }

    private int[] newerOf() {
        int[] places = new int[older.size()];
        Arrays.fill(places, NONE);
        for (int place = 0; place < newer.size(); place++) {
            if (olderOf[place] != NONE) {
                places[olderOf[place]] = place;
            }
        }
        return places;
    }

    /** Places of newer articles that stand elsewhere among the others: as few as explain the order. */
    private Set<Integer> moved() {
        List<Anchor> pairs = new ArrayList<>();
        for (int place = 1; place < newer.size(); place++) {
            if (olderOf[place] != NONE) {
                pairs.add(new Anchor(olderOf[place], place));
            }
        }
        pairs.sort(Comparator.comparingInt(Anchor::older));
        Set<Integer> moved = new HashSet<>();
        pairs.forEach(pair -> moved.add(pair.newer()));
        Anchors.inOrder(pairs).forEach(pair -> moved.remove(pair.newer()));
        return moved;
    }

    private Article compared(int place, Set<Integer> moved) {
        Section section = newer.get(place);
        Part formerly = before.get(place);
        if (formerly == null) {
            return new Article(
                    section.heading(),
                    null,
                    Kind.ADDED,
                    Set.of(),
                    ParagraphComparison.whole(Kind.ADDED, section.blocks()));
        }
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        String former = null;
        if (olderOf[place] == NONE) {
            aspects.add(Aspect.HEADING_ADDED);
            former = formerly.heading();
        } else if (place > 0) {
            Section counterpart = older.get(olderOf[place]);
            addHeading(aspects, counterpart, section);
            former = aspects.isEmpty() ? null : counterpart.heading();
        }
        if (moved.contains(place)) {
            aspects.add(Aspect.ORDER);
        }
        return article(section.heading(), former, aspects, formerly.blocks(), after.get(place));
    }

    private void addHeading(Set<Aspect> aspects, Section counterpart, Section section) {
        traits.struckOut(section.heading(), counterpart.head(), section.head());
        if (!counterpart.comparable().equals(section.comparable())) {
            if (!counterpart.title().equals(section.title())) {
                aspects.add(Aspect.HEADING);
            }
            if (!counterpart.number().equals(section.number())
                    || counterpart.title().equals(section.title())) {
                aspects.add(Aspect.NUMBER);
            }
            traits.rewritten(section.heading(), counterpart.head(), section.head());
        } else if (counterpart.head().size() == 1 && section.head().size() == 1) {
            traits.same(
                    section.heading(), counterpart.head().get(0), section.head().get(0));
        } else {
            traits.kept(section.heading(), counterpart.heading(), section.heading());
        }
    }

    private void addGone(List<Article> articles, int last, Set<Integer> moved) {
        for (int place = last + 1; place < older.size() && newerOf[place] == NONE; place++) {
            Section section = older.get(place);
            Part now = merged.get(place);
            articles.add(
                    now == null
                            ? new Article(
                                    section.heading(),
                                    null,
                                    Kind.REMOVED,
                                    Set.of(),
                                    ParagraphComparison.whole(Kind.REMOVED, section.blocks()))
                            : article(
                                    now.heading(),
                                    section.heading(),
                                    EnumSet.of(Aspect.HEADING_REMOVED),
                                    section.blocks(),
                                    now.blocks()));
        }
    }

    private Article article(String heading, String former, Set<Aspect> aspects, List<Block> formerly, List<Block> now) {
        List<Paragraph> compared = paragraphs.compare(heading == null ? former : heading, formerly, now);
        if (!compared.stream().allMatch(Paragraph::isUntouched)) {
            aspects.add(Aspect.WORDS);
        }
        return new Article(
                heading,
                former,
                aspects.isEmpty() ? Kind.UNTOUCHED : Kind.CHANGED,
                Collections.unmodifiableSet(aspects),
                compared);
    }
}
