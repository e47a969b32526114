package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is said of the changes between two texts in one line: {@code 2. B was 1. B NUMBER; A WORDS: -old+new; ~LINKS}. */
final class Summary {

    private Summary() {}

    static String of(String older, String newer, Locale locale) {
        TextChanges changes = new TextComparer().changes(older, newer, locale);
        Stream<String> articles = changes.touched().stream().map(Summary::of);
        Stream<String> traits =
                changes.differences().stream().map(Difference::trait).distinct().map(trait -> "~" + trait);
        return Stream.concat(articles, traits).collect(Collectors.joining("; "));
    }

    private static String of(Article article) {
        String heading = article.heading() == null ? "" : article.heading() + " ";
        String former = article.formerHeading() == null ? "" : "was " + article.formerHeading() + " ";
        String kind = article.kind() == Kind.CHANGED
                ? article.aspects().stream().map(Enum::name).collect(Collectors.joining("+"))
                : article.kind().name();
        List<String> changed = article.paragraphs().stream()
                .filter(paragraph -> !paragraph.isUntouched())
                .map(Summary::marks)
                .toList();
        return heading + former + kind + (changed.isEmpty() ? "" : ": " + String.join(" / ", changed));
    }

    private static String marks(Paragraph paragraph) {
        return Marks.of(new Article(null, null, Kind.CHANGED, Set.of(), List.of(paragraph)))
                .get(0);
    }
}
