package io.agreements.proof.cli;

import java.io.PrintStream;
import java.util.regex.Pattern;

/**
 * What a program tells, a line at a time. What it says of files and databases may be anything, as somebody wrote it there: it
 * makes no line of its own, and moves, hides and turns round nothing that stands beside it.
 */
final class Told {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final PrintStream stream;

    Told(PrintStream stream) {
        this.stream = stream;
    }

    void line(Object words) {
        stream.println(visible(String.valueOf(words)));
    }

    /** @param format without an end of the line */
    void line(String format, Object... values) {
        line(format.formatted(values));
    }

    /** The program's own words, which may have several lines. */
    void text(String words) {
        stream.print(words);
    }

    private static String visible(String words) {
        return UNSEEN.matcher(words)
                .replaceAll(unseen -> "\\\\u{%x}".formatted(unseen.group().codePointAt(0)));
    }
}
