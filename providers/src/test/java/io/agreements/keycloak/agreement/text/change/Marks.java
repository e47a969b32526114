package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as a test can read them: a minus before what is gone, a plus before what is new. */
final class Marks {

    private Marks() {}

    /** Each paragraph with its marker, rows with a bar between their cells. */
    static List<String> of(Article article) {
        return article.paragraphs().stream().map(Marks::of).toList();
    }

    private static String of(Paragraph paragraph) {
        String marker = paragraph.marker().isEmpty() ? "" : paragraph.marker() + " ";
        return marker
                + (paragraph.isRow()
                        ? paragraph.cells().stream()
                                .map(cell -> of(cell.passages()))
                                .collect(Collectors.joining(" | "))
                        : of(paragraph.passages()));
    }

    private static String of(List<Passage> passages) {
        return passages.stream()
                .map(passage -> switch (passage.kind()) {
                    case REMOVED -> "-" + written(passage);
                    case ADDED -> "+" + written(passage);
                    default -> written(passage);
                })
                .collect(Collectors.joining());
    }

    private static String written(Passage passage) {
        return passage.struck() ? "~~" + passage.words() + "~~" : passage.words();
    }

    /** What is said of the newer text, or of the older one. */
    static String without(Kind kind, Article article) {
        return article.paragraphs().stream()
                .flatMap(paragraph -> paragraph.allPassages().stream())
                .filter(passage -> passage.kind() != kind)
                .map(Passage::words)
                .collect(Collectors.joining());
    }
}
