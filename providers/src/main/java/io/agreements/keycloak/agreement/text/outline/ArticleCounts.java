package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.TextBytes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A version says the same in all its languages: at least it has as many articles in each. */
public final class ArticleCounts {

    private static final OutlineReader READER = new OutlineReader();

    private ArticleCounts() {}

    /** @return how many articles the Markdown has */
    public static int of(String markdown) {
        return READER.read(markdown).articles().size();
    }

    /**
     * @param contents Markdown in UTF-8 by locale
     * @return the number in each locale, in words; empty if they are equal
     */
    public static Optional<String> difference(Map<String, byte[]> contents) {
        Map<String, Integer> counts = new TreeMap<>();
        contents.forEach((locale, content) -> counts.put(locale, of(TextBytes.decode(content))));
        return counts.values().stream().distinct().count() <= 1 ? Optional.empty() : Optional.of(counts.toString());
    }
}
