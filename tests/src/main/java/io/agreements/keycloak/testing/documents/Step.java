package io.agreements.keycloak.testing.documents;

import java.util.List;
import java.util.Optional;

/**
 * One thing to do in a document: a block of code, a mark that stands alone, or both together.
 *
 * @param document its path in the project
 * @param line where the code begins, or the mark if there is none
 * @param sections anchors of the headings it stands under
 * @param mark what the document says to tests about it
 * @param language what the code is in; {@code sh} if nothing is said
 * @param code the code, or nothing
 */
public record Step(
        String document, int line, List<String> sections, Optional<Mark> mark, String language, String code) {

    static final String SHELL = "sh";
    static final String SQL = "sql";

    /** Whether somebody could do this: commands, queries, and what marks ask for. */
    boolean isToBeDone() {
        return mark.isPresent() || language.equals(SHELL) || language.equals(SQL);
    }

    boolean isMarked(Mark.Kind kind) {
        return mark.filter(present -> present.kind() == kind).isPresent();
    }

    String words() {
        return mark.map(Mark::words).orElse("");
    }

    /** What has to be the same in every language of a document: all but where it stands. */
    public String content() {
        return mark.map(Object::toString).orElse("") + " " + language + "\n" + code;
    }

    public String place() {
        return document + ":" + line;
    }
}
