package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.number.ArticleRank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Headings such as {@code 第一章} that put articles together, where a document has both. */
final class Chapters {

    private final List<Heading> headings = new ArrayList<>();
    private final int level;
    private final Optional<ArticleRank> rank;

    /**
     * @param blocks what stands by itself in the document
     * @param level of the highest headings that may be those of articles; 0 if none may
     */
    Chapters(List<Node> blocks, int level) {
        this.level = level;
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                headings.add(heading);
            }
        }
        this.rank = headings.stream()
                .filter(heading -> heading.getLevel() == level)
                .flatMap(heading -> rank(heading).stream())
                .filter(one -> one != ArticleRank.BESIDE)
                .min(ArticleRank::compareTo);
    }

    private static Optional<ArticleRank> rank(Heading heading) {
        return ArticleRank.of(ArticleFinder.words(heading));
    }

    /** Whether headings of this level are called so, and none of them is called an article. */
    boolean areChapters() {
        return rank.isPresent() && rank.get() != ArticleRank.ARTICLE;
    }

    /** Whether a line begins with the number of what stands below such headings. */
    boolean isBelow(String line) {
        return ArticleRank.of(line).filter(this::isBelow).isPresent();
    }

    private boolean isBelow(ArticleRank other) {
        return rank.isPresent() && other.compareTo(rank.get()) < 0;
    }

    /** The level of the headings that are called articles; the given one if there are none below. */
    int levelBelow() {
        if (!areChapters()) {
            return level;
        }
        List<Heading> below = headings.stream()
                .filter(heading -> heading.getLevel() > level)
                .filter(heading -> rank(heading).filter(this::isBelow).isPresent())
                .toList();
        Optional<ArticleRank> lowest =
                below.stream().flatMap(heading -> rank(heading).stream()).min(ArticleRank::compareTo);
        return below.stream()
                .filter(heading -> rank(heading).equals(lowest))
                .mapToInt(Heading::getLevel)
                .min()
                .orElse(level);
    }

    /**
     * Those that may hold articles.
     *
     * @param lower level of articles
     */
    List<Heading> above(int lower) {
        return headings.stream()
                .filter(heading -> heading.getLevel() >= level && heading.getLevel() < lower)
                .toList();
    }

    /**
     * The articles without what only puts them together: a chapter that says something before its first article is one, as
     * its words belong to no other.
     *
     * @param articles headings found so far
     * @param above headings that are none of these and may be such chapters
     * @param blocks what stands by itself in the document, headings of articles included
     */
    static List<Heading> withoutThem(List<Heading> articles, List<Heading> above, List<Node> blocks) {
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(articles);
        found.addAll(above);
        Set<Node> chapters = Collections.newSetFromMap(new IdentityHashMap<>());
        chapters.addAll(above);
        Optional<ArticleRank> lowest = articles.stream()
                .filter(article -> !chapters.contains(article))
                .flatMap(article -> rank(article).stream())
                .filter(rank -> rank != ArticleRank.BESIDE)
                .min(ArticleRank::compareTo);
        articles.stream()
                .filter(article -> rank(article)
                        .filter(rank ->
                                rank != ArticleRank.BESIDE && lowest.isPresent() && rank.compareTo(lowest.get()) > 0)
                        .isPresent())
                .forEach(chapters::add);
        List<Heading> left = new ArrayList<>();
        for (int place = 0; place < blocks.size(); place++) {
            if (blocks.get(place) instanceof Heading heading && found.contains(heading)) {
                Node next = place + 1 < blocks.size() ? blocks.get(place + 1) : null;
                boolean holds = chapters.contains(heading) && (next == null || found.contains(next));
                heading.setLevel(holds ? 1 : ArticleFinder.LEVEL);
                if (!holds) {
                    left.add(heading);
                }
            }
        }
        return left;
    }
}
