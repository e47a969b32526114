package io.agreements.keycloak.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The clauses that a page draws the reader's attention to. All strings are plain text.
 *
 * @param intro what stands before them
 * @param separator what stands between two of them
 * @param clauses at least one, in the order of the text
 */
public record AttentionView(String intro, String separator, List<Clause> clauses) {

    public AttentionView {
        clauses = List.copyOf(clauses);
    }

    /**
     * @param label where it stands: the article, and which of several clauses in it
     * @param anchor id of the clause in the page
     * @param digest SHA-256 of its words, hexadecimal
     * @param note says that it is not as it was in the version accepted before; null where that is not said
     */
    public record Clause(String label, String anchor, String digest, String note) {

        private String words() {
            return note == null ? label : label + " " + note;
        }
    }

    /** Digests of the clauses, in the order of the text. */
    public List<String> digests() {
        return clauses.stream().map(Clause::digest).toList();
    }

    /** All of it as it is read. */
    public String words() {
        return intro + " " + clauses.stream().map(Clause::words).collect(Collectors.joining(separator));
    }
}
