package io.agreements.keycloak.agreement.text.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What some programs want at the head of a Markdown file, between two lines of three hyphens: its values are lines above
 * the text. If there is anything else than a few known keys, all of it is text.
 *
 * @param entries in order
 * @param rest the text, with empty lines in place of these
 */
record FrontMatter(List<Entry> entries, String rest) {

    private static final String TITLE = "title";
    private static final String FENCE = "---";
    private static final int MOST_LINES = 40;
    private static final Pattern LINE = Pattern.compile("([A-Za-z_-]{1,40}):(?:\\s(.*))?");
    private static final Set<String> KEYS = Set.of(TITLE, "description", "lang", "date");

    static FrontMatter of(String markdown) {
        FrontMatter none = new FrontMatter(List.of(), markdown);
        if (!markdown.startsWith(FENCE)) {
            return none;
        }
        List<String> lines = markdown.lines().limit(MOST_LINES).toList();
        if (!lines.get(0).stripTrailing().equals(FENCE)) {
            return none;
        }
        List<Entry> entries = new ArrayList<>();
        for (int place = 1; place < lines.size(); place++) {
            String line = lines.get(place).stripTrailing();
            if (line.equals(FENCE) && !entries.isEmpty()) {
                return new FrontMatter(List.copyOf(entries), without(markdown, place + 1));
            }
            Matcher said = LINE.matcher(line);
            if (!said.matches() || !KEYS.contains(said.group(1))) {
                return none;
            }
            String value = said.group(2) == null ? "" : unquoted(said.group(2).strip());
            entries.add(new Entry(place + 1, said.group(1), value));
        }
        return none;
    }

    /** What the file calls its text. */
    Optional<String> title() {
        return entries.stream()
                .filter(Entry::isTitle)
                .map(Entry::value)
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    /** What an author is told of it. */
    Remark remark() {
        String keys = entries.stream().map(Entry::key).collect(Collectors.joining(", "));
        return Finding.FRONT_MATTER.at(1, keys);
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

    /** @param line of the text, from 1 */
    record Entry(int line, String key, String value) {

        boolean isTitle() {
            return key.equals(TITLE);
        }
    }
}
