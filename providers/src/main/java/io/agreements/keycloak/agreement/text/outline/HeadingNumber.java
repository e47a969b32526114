package io.agreements.keycloak.agreement.text.outline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an article in its heading, in Chinese or Western counting. */
public final class HeadingNumber {

    /** Nothing that was taken is given back, so a heading is gone through once and without going deep. */
    private static final Pattern NUMBER = Pattern.compile(
            "^((?:第\\s*+[0-9〇零一二三四五六七八九十百千]++\\s*+[条條章节節款]"
                    + "|[一二三四五六七八九十百]++(?=[、.．])"
                    + "|(?:(?:article|section|clause)\\s++|§\\s*+)?+\\d++(?:\\.\\d++)*+))[\\s.．、:：)）—–-]*+",
            Pattern.CASE_INSENSITIVE);

    private HeadingNumber() {}

    /** The number of the heading, as it is written. */
    public static Optional<String> of(String heading) {
        Matcher number = NUMBER.matcher(heading.strip());
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** The heading without its number; empty if it is nothing else. */
    public static String remove(String heading) {
        return NUMBER.matcher(heading.strip()).replaceFirst("").strip();
    }
}
