package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that are struck out stand between two of nobody's characters: so they are others than the same words that hold,
 * wherever texts are compared.
 */
final class Struck {

    private static final char START = '\uFDE0';
    private static final char END = '\uFDE1';

    /** What a text may have of these by itself, instead of them. */
    private static final char OTHER_START = '\uFDE2';

    private static final char OTHER_END = '\uFDE3';

    private static final Pattern JOINT = Pattern.compile(END + "(\\s*+)" + START);
    private static final Pattern MARKS = Pattern.compile("[" + START + END + "]");

    private Struck() {}

    static boolean isMark(int character) {
        return character == START || character == END;
    }

    /** The words as struck out. */
    static String out(String words) {
        return START + words + END;
    }

    static String start() {
        return String.valueOf(START);
    }

    static String end() {
        return String.valueOf(END);
    }

    /** A piece of the text in which these characters mean nothing. */
    static String literal(String words) {
        return hasMarks(words) ? words.replace(START, OTHER_START).replace(END, OTHER_END) : words;
    }

    /** The words as they are read aloud. */
    static String without(String words) {
        return words != null && hasMarks(words) ? MARKS.matcher(words).replaceAll("") : words;
    }

    /** The words as an author writes them. */
    static String written(String words) {
        return MARKS.matcher(together(words)).replaceAll("~~");
    }

    /** Words without blanks, those that are struck out next to each other as one. */
    static String joined(String words) {
        return hasMarks(words) ? JOINT.matcher(words).replaceAll("") : words;
    }

    /** The same where blanks between two that are struck out are struck out with them. */
    static String together(String words) {
        return hasMarks(words) ? JOINT.matcher(words).replaceAll("$1") : words;
    }

    private static boolean hasMarks(String words) {
        return words.indexOf(START) >= 0 || words.indexOf(END) >= 0;
    }

    /** What is struck out and what is not, in turn; blanks between two runs that are struck out go with them. */
    static List<Run> runs(String words) {
        if (!hasMarks(words)) {
            return words.isEmpty() ? List.of() : List.of(new Run(words, false));
        }
        String joined = together(words);
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean struck = false;
        for (int place = 0; place < joined.length(); place++) {
            char character = joined.charAt(place);
            if (!isMark(character)) {
                run.append(character);
                continue;
            }
            add(runs, run, struck);
            struck = character == START;
        }
        add(runs, run, struck);
        return runs;
    }

    private static void add(List<Run> runs, StringBuilder run, boolean struck) {
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), struck));
            run.setLength(0);
        }
    }

    /** @param struck whether the words are struck out */
    record Run(String words, boolean struck) {}
}
