package io.agreements.keycloak.testing.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of long texts the beginning is enough: that they are read, where, and in which language. Names stay whole. */
final class LongTexts {
    private static final int LONGEST = 72;

    /** A line of a list in YAML: what stands before its text, which has a role and maybe a name in quotation marks. */
    private static final Pattern LINE =
            Pattern.compile("(\\s*- (?:'(?:[^']|'')*'|(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\":])*): )(.+)");

    /** Letters of a text in quotation marks, what is escaped being one. */
    private static final Pattern LETTER = Pattern.compile("\\\\x..|\\\\u....|\\\\.|\\X", Pattern.DOTALL);

    private LongTexts() {}

    /** A line of a list of elements, with its text made short; names stay whole. */
    static String shortened(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || matcher.group(1).stripLeading().startsWith("- /")) {
            return line;
        }
        String text = matcher.group(2);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String inner = quoted ? text.substring(1, text.length() - 1) : text;
        String mark = quoted ? "\"" : "";
        return matcher.group(1) + mark + beginning(inner) + mark;
    }

    /** The beginning of a text, and … where there is more. */
    static String beginning(String text) {
        Matcher letter = LETTER.matcher(text);
        int letters = 0;
        while (letter.find()) {
            if (++letters > LONGEST) {
                return text.substring(0, letter.start()).stripTrailing() + "…";
            }
        }
        return text;
    }
}
