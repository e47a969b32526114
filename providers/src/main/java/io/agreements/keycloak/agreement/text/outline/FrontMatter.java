package io.agreements.keycloak.agreement.text.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What some programs want at the head of a Markdown file, between two lines of three hyphens. Only what says nothing of
 * the agreement is left aside; if there is anything else, all of it is text.
 *
 * @param title of the text
 * @param keys what is said there, in order
 * @param rest the text, with empty lines in place of these
 */
record FrontMatter(Optional<String> title, List<String> keys, String rest) {

    private static final String FENCE = "---";
    private static final int MOST_LINES = 40;
    private static final Pattern LINE = Pattern.compile("([A-Za-z_-]{1,40}):(?:\\s(.*))?");
    private static final Set<String> KEYS = Set.of("title", "description", "lang", "date");

    static FrontMatter of(String markdown) {
        FrontMatter none = new FrontMatter(Optional.empty(), List.of(), markdown);
        if (!markdown.startsWith(FENCE)) {
            return none;
        }
        List<String> lines = markdown.lines().limit(MOST_LINES).toList();
        if (!lines.get(0).stripTrailing().equals(FENCE)) {
            return none;
        }
        List<String> keys = new ArrayList<>();
        String title = null;
        for (int place = 1; place < lines.size(); place++) {
            String line = lines.get(place).stripTrailing();
            if (line.equals(FENCE) && !keys.isEmpty()) {
                return new FrontMatter(Optional.ofNullable(title), List.copyOf(keys), without(markdown, place + 1));
            }
            Matcher said = LINE.matcher(line);
            if (!said.matches() || !KEYS.contains(said.group(1))) {
                return none;
            }
            keys.add(said.group(1));
            if (said.group(1).equals("title") && said.group(2) != null) {
                title = unquoted(said.group(2).strip());
            }
        }
        return none;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static String without(String markdown, int lines) {
        int place = 0;
        for (int line = 0; line < lines; line++) {
            int end = markdown.indexOf('\n', place);
            place = end < 0 ? markdown.length() : end + 1;
        }
        return "\n".repeat(lines) + markdown.substring(place);
    }
}
