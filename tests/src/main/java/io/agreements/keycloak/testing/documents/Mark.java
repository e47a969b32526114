package io.agreements.keycloak.testing.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a document tells those who test it, in a comment readers do not see: {@code <!-- test: skip: why -->}.
 *
 * @param kind what it asks for
 * @param words what follows
 */
record Mark(Kind kind, String words) {

    private static final Pattern COMMENT =
            Pattern.compile("(?s)\\s*<!--\\s*test:\\s*([a-z ]+?)\\s*(?::\\s*(.*?))?\\s*-->\\s*");

    /** What marks ask for, and whether that is about the code below them. */
    enum Kind {
        /** The code is not run; the words say why. */
        SKIP(true),
        /** The code gives variables the values a reader would choose; a test has values of its own. */
        VALUES(true),
        /** The code starts a server and does not come back. */
        SERVER(true),
        /** The code is the content of the file named. */
        FILE(true),
        /** The code is what the commands before it print; {@code …} stands for anything. */
        PRINTS(true),
        /** The query finds nothing. */
        NO_ROWS(true),
        /** Commands that only a test needs. */
        RUN(false),
        /** The server is stopped. */
        STOP(false),
        /** Somebody does what the words name in a browser. */
        PERSON(false),
        /** The commands of another section are run here. */
        FOLLOW(false);

        private final boolean aboutCode;

        Kind(boolean aboutCode) {
            this.aboutCode = aboutCode;
        }

        boolean isAboutCode() {
            return aboutCode;
        }

        private static Kind named(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no mark '" + word + "', but "
                            + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The mark in a piece of HTML, if it is one. */
    static Optional<Mark> in(String html) {
        Matcher comment = COMMENT.matcher(html);
        if (!comment.matches()) {
            return Optional.empty();
        }
        Mark mark = new Mark(
                Kind.named(comment.group(1)),
                Optional.ofNullable(comment.group(2)).orElse(""));
        if (mark.kind() == Kind.SKIP && mark.words().isEmpty()) {
            throw new IllegalArgumentException("Say why it is not run");
        }
        return Optional.of(mark);
    }
}
