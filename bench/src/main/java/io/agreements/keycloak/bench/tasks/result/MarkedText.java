package io.agreements.keycloak.bench.tasks.result;

import java.util.regex.Pattern;

/**
 * A document with parts that a program writes, each between two comments that readers do not see:
 * {@code <!-- NAME: … -->} and {@code <!-- end of NAME -->}.
 *
 * @param text all of it
 */
public record MarkedText(String text) {

    /**
     * The same with another part.
     *
     * @throws IllegalStateException if there is none of that name
     */
    MarkedText with(String name, String part) {
        int begin = endOf("<!-- " + Pattern.quote(name) + ":[^>]*-->", name);
        int end = text.indexOf("<!-- end of " + name + " -->", begin);
        if (end < 0) {
            throw missing(name);
        }
        return new MarkedText(text.substring(0, begin) + "\n\n" + part + "\n\n" + text.substring(end));
    }

    private int endOf(String comment, String name) {
        return Pattern.compile(comment)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> missing(name))
                .end();
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("The document has no place for " + name);
    }
}
