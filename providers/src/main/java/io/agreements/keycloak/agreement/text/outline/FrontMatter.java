package io.agreements.keycloak.agreement.text.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What some programs want at the head of a Markdown file, between two lines of three hyphens or plus signs: keys with
 * values, which are lines above the text. Of the few keys that say something to readers the value is one, of all others the
 * line as it is written. If there is anything else than keys with values, all of it is text.
 *
 * @param entries in order
 * @param rest the text, with empty lines in place of these
 */
record FrontMatter(List<Entry> entries, String rest) {

    private static final String TITLE = "title";
    private static final String HYPHENS = "---";
    private static final String PLUSES = "+++";
    private static final String DOTS = "...";
    private static final int MOST_LINES = 40;
    private static final Pattern YAML = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,39})(?:：\\s*(.*)|:(?:\\s+(.*))?)");
    private static final Pattern TOML = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,39})\\s*=()\\s*(.*)");

    /** What follows is written in the lines below. */
    private static final Pattern BELOW = Pattern.compile("[|>][+-]?");

    private static final Set<String> SHOWN_BY_VALUE = Set.of(TITLE, "description", "lang", "date");

    static FrontMatter of(String markdown) {
        FrontMatter none = new FrontMatter(List.of(), markdown);
        String stripped = markdown.stripLeading();
        if (!stripped.startsWith(HYPHENS) && !stripped.startsWith(PLUSES)) {
            return none;
        }
        List<String> lines = markdown.lines().limit(MOST_LINES).toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            return none;
        }
        String fence = lines.get(first).stripTrailing();
        if (!fence.equals(HYPHENS) && !fence.equals(PLUSES)) {
            return none;
        }
        Pattern keyWithValue = fence.equals(HYPHENS) ? YAML : TOML;
        List<Entry> entries = new ArrayList<>();
        for (int place = first + 1; place < lines.size(); place++) {
            String line = lines.get(place).stripTrailing();
            boolean end = line.equals(fence) || line.equals(DOTS) && fence.equals(HYPHENS);
            if (end && !entries.isEmpty()) {
                return new FrontMatter(List.copyOf(entries), without(markdown, place + 1));
            }
            if (!add(entries, place + 1, line, keyWithValue)) {
                return none;
            }
        }
        return none;
    }

    /** Whether the line is a key with its value, or belongs to the one before. */
    private static boolean add(List<Entry> entries, int number, String line, Pattern keyWithValue) {
        Matcher said = keyWithValue.matcher(line);
        if (said.matches()) {
            String key = said.group(1).toLowerCase(Locale.ROOT);
            if (SHOWN_BY_VALUE.contains(key)) {
                String value = said.group(2) == null || said.group(2).isEmpty() ? said.group(3) : said.group(2);
                entries.add(new Entry(number, key, value == null ? "" : unquoted(value.strip())));
                return true;
            }
            entries.add(new Entry(number, key, line.strip()));
            return Character.isLowerCase(line.charAt(0));
        }
        if (entries.isEmpty()) {
            return false;
        }
        Entry last = entries.get(entries.size() - 1);
        boolean goesOn = line.startsWith(" ") || line.startsWith("\t") || line.startsWith("- ");
        if (goesOn && SHOWN_BY_VALUE.contains(last.key())) {
            String before = BELOW.matcher(last.value()).matches() ? "" : last.value();
            entries.set(entries.size() - 1, new Entry(last.line(), last.key(), (before + " " + line.strip()).strip()));
        } else if (goesOn || line.startsWith("#")) {
            entries.add(new Entry(number, "", line.strip()));
        }
        return goesOn || line.isEmpty() || line.startsWith("#");
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
        String keys =
                entries.stream().map(Entry::key).filter(key -> !key.isEmpty()).collect(Collectors.joining(", "));
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

    /**
     * @param line of the text, from 1
     * @param key in small letters; empty of what goes on with another
     * @param value what is shown
     */
    record Entry(int line, String key, String value) {

        boolean isTitle() {
            return key.equals(TITLE);
        }
    }
}
