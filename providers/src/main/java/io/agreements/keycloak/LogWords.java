package io.agreements.keycloak;

import java.util.regex.Pattern;

/** What somebody has written, as it stands in the log: in quotes, short, and on one line. */
final class LogWords {

    private static final int MOST = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private LogWords() {}

    static String quoted(String value) {
        String start = value.length() <= MOST ? value : value.substring(0, MOST) + "…";
        return "'" + UNSEEN.matcher(start).replaceAll("\uFFFD") + "'";
    }
}
