package io.agreements.keycloak.agreement.text.outline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives headings the names that GitHub gives them, each once. */
final class Slugs {

    /** For a heading without a letter or digit: no place is without a name. */
    private static final String NAMELESS = "section";

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    String of(String heading) {
        String plain = plain(heading);
        String slug = plain;
        while (!taken.add(slug)) {
            slug = plain + "-" + counts.merge(plain, 1, Integer::sum);
        }
        return slug;
    }

    private static String plain(String heading) {
        StringBuilder slug = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || isMark(character) || character == '_' || character == '-') {
                slug.appendCodePoint(character);
            } else if (character == ' ') {
                slug.append('-');
            }
        });
        return slug.isEmpty() ? NAMELESS : slug.toString();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }
}
