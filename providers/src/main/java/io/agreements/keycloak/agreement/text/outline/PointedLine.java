package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import java.util.List;

/**
 * How a line is numbered: {@code 一、} is another way than {@code 1、} and {@code 1.1}.
 *
 * @param way empty if it is not numbered
 */
record PointedLine(String way) {

    static PointedLine of(String line) {
        String words = line.strip();
        return HeadingNumber.of(words)
                .map(number -> new PointedLine(way(number) + mark(words, number.length())))
                .orElse(new PointedLine(""));
    }

    private static String way(String number) {
        char first = number.charAt(0);
        if (Character.isDigit(first)) {
            return "digits"
                    + number.chars().filter(one -> one == '.' || one == '．').count();
        }
        if (first == '(' || first == '（') {
            return "brackets";
        }
        return Character.isIdeographic(first) ? "ideographs" : "letters";
    }

    private static String mark(String words, int place) {
        return place < words.length() && !Character.isLetterOrDigit(words.charAt(place))
                ? words.substring(place, place + 1).strip()
                : "";
    }

    boolean isLike(String line) {
        return !way.isEmpty() && of(line).equals(this);
    }

    /** As items of a list are numbered: {@code 1.}. */
    static PointedLine ofItems() {
        return of("1. a");
    }

    /**
     * Whether something stands below most of those of these lines that are numbered in this way.
     *
     * @param followed whether something stands below the last
     */
    boolean heads(List<String> lines, boolean followed) {
        int all = 0;
        int heads = 0;
        for (int place = 0; place < lines.size(); place++) {
            if (isLike(lines.get(place))) {
                all++;
                boolean last = place + 1 == lines.size();
                heads += last ? (followed ? 1 : 0) : isLike(lines.get(place + 1)) ? 0 : 1;
            }
        }
        return 2 * heads > all;
    }
}
