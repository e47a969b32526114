package io.agreements.keycloak.agreement.text.corpus;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The words that stand in a file, found without a reader of Markdown: only what leads somewhere, labels of notes, and words
 * that are marks themselves are taken away, and titles stand with their links. What is left of marks after that is no letter.
 */
final class WrittenWords {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?\n)---\n", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?m)^[a-z]+: \"?([^\"\n]*)\"?$");
    private static final Pattern TITLE_SAID_TWICE = Pattern.compile("\\A(.+)\n(?=(?s:.*)\n# \\1\n)");
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^\\[([^\\]^]+)\\]:\\s*<?https?:\\S+(?:\\s+\"([^\"]*)\")?$");
    private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\]]+\\]:?");
    private static final Pattern ALERT = Pattern.compile("\\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\]");
    private static final Pattern TASK = Pattern.compile("(?m)^(\\s*[-*+] )\\[[ x]\\] ");
    private static final Pattern DESTINATION = Pattern.compile("\\]\\([^()\\s]*(?:\\s+\"([^\"]*)\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]]+)\\]\\[([^\\]]*)\\]");

    private WrittenWords() {}

    static String of(String markdown) {
        String rest = FRONT_MATTER.matcher(markdown).replaceFirst(front -> quoteReplacement(values(front.group(1))));
        rest = TITLE_SAID_TWICE.matcher(rest).replaceFirst("");
        Map<String, String> titles = new HashMap<>();
        DEFINITION.matcher(rest).results().forEach(found -> titles.put(found.group(1), words(found.group(2))));
        rest = DEFINITION.matcher(rest).replaceAll("");
        rest = NOTE.matcher(rest).replaceAll("");
        rest = ALERT.matcher(rest).replaceAll("");
        rest = TASK.matcher(rest).replaceAll("$1");
        rest = DESTINATION.matcher(rest).replaceAll(link -> quoteReplacement("] " + words(link.group(1))));
        rest = REFERENCE
                .matcher(rest)
                .replaceAll(link -> quoteReplacement(
                        link.group(1) + " " + titles.get(link.group(2).isEmpty() ? link.group(1) : link.group(2))));
        return Letters.of(Parser.unescapeEntities(rest, false));
    }

    private static String values(String frontMatter) {
        return KEY.matcher(frontMatter).replaceAll("$1");
    }

    private static String words(String title) {
        return title == null ? "" : title;
    }
}
