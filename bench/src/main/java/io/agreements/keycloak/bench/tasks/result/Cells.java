package io.agreements.keycloak.bench.tasks.result;

import java.util.Locale;

/** Rows of tables in Markdown. */
final class Cells {

    /** A number that nobody has measured. */
    static final String UNKNOWN = "–";

    private static final int DIGITS = 3;

    private Cells() {}

    static String row(String... cells) {
        return ("| " + String.join(" | ", cells) + " |").replace("|  |", "| |");
    }

    /** A number of which three digits are worth telling. */
    static String number(double value) {
        int magnitude = value < 1 ? 1 : (int) Math.floor(Math.log10(value)) + 1;
        double unit = Math.pow(10, Math.max(0, magnitude - DIGITS));
        return String.format(Locale.ROOT, "%,d", Math.round(Math.round(value / unit) * unit));
    }
}
