package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import java.util.ArrayList;
import java.util.List;

/** Compares paragraphs: first which of them stayed, then, where some did not, word by word. */
final class ParagraphComparison {

    private static final String BREAK = "\n";

    private final Words words;
    private final Differences differences = new Differences();

    ParagraphComparison(Words words) {
        this.words = words;
    }

    /** The paragraphs of both, in order. */
    List<Paragraph> compare(List<String> older, List<String> newer) {
        List<Paragraph> compared = new ArrayList<>();
        for (Stretch stretch : differences.of(comparable(older), comparable(newer))) {
            if (stretch.same()) {
                stretch.newer(newer)
                        .forEach(words -> compared.add(new Paragraph(List.of(new Passage(Kind.UNTOUCHED, words)))));
            } else {
                compared.addAll(reworded(stretch.older(older), stretch.newer(newer)));
            }
        }
        return compared;
    }

    private static List<String> comparable(List<String> paragraphs) {
        return paragraphs.stream().map(Words::comparable).toList();
    }

    private List<Paragraph> reworded(List<String> older, List<String> newer) {
        List<String> before = pieces(older);
        List<String> after = pieces(newer);
        Passages passages = new Passages();
        for (Stretch stretch : differences.of(before, after)) {
            String inserted = String.join("", stretch.newer(after));
            if (stretch.same()) {
                passages.keep(inserted);
            } else {
                passages.replace(String.join("", stretch.older(before)), inserted);
            }
        }
        return passages.paragraphs(BREAK);
    }

    private List<String> pieces(List<String> paragraphs) {
        List<String> pieces = new ArrayList<>();
        for (String paragraph : paragraphs) {
            pieces.addAll(words.of(paragraph));
            pieces.add(BREAK);
        }
        return pieces;
    }
}
