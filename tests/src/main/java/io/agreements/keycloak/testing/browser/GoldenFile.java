package io.agreements.keycloak.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been looked at and found right, kept to be compared with. Above it a comment names the test it comes from, for it to
 * be made anew.
 *
 * @param file where it is kept
 * @param lately where what is another lately is put, to be looked at
 */
record GoldenFile(Path file, Path lately) {
    private static final int LINES_TOLD = 12;
    private static final String COMMENT = "# ";

    boolean isThere() {
        return Files.exists(file);
    }

    boolean holds(String content) {
        return kept().filter(content::equals).isPresent();
    }

    void keep(String content, String test) {
        write(file, COMMENT + test + "\n" + content);
    }

    /** @throws AssertionError saying how the content is another */
    void fail(String content) {
        write(lately, content);
        throw new AssertionError(
                "%s is no longer what a screen reader meets (- was, + is); all of it is in %s. Where that is right, bin/hear keeps it%n%s"
                        .formatted(
                                file,
                                lately,
                                difference(
                                        kept().orElse("").lines().toList(),
                                        content.lines().toList())));
    }

    private Optional<String> kept() {
        try {
            return isThere() ? Optional.of(withoutComment(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComment(String content) {
        return content.startsWith(COMMENT) ? content.substring(content.indexOf('\n') + 1) : content;
    }

    private static void write(Path where, String content) {
        try {
            Files.createDirectories(where.getParent());
            Files.writeString(where, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines between what both begin with and what both end with. */
    static String difference(List<String> was, List<String> is) {
        int shorter = Math.min(was.size(), is.size());
        int same = 0;
        while (same < shorter && was.get(same).equals(is.get(same))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
            end++;
        }
        List<String> lines = new ArrayList<>();
        lines.add("line " + (same + 1) + ":");
        told("- ", was.subList(same, was.size() - end), lines);
        told("+ ", is.subList(same, is.size() - end), lines);
        return String.join("\n", lines);
    }

    private static void told(String mark, List<String> lines, List<String> into) {
        lines.stream().limit(LINES_TOLD).map(line -> mark + line).forEach(into::add);
        if (lines.size() > LINES_TOLD) {
            into.add(mark + "… " + (lines.size() - LINES_TOLD) + " more");
        }
    }
}
