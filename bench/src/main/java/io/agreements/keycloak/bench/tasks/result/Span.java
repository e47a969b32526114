package io.agreements.keycloak.bench.tasks.result;

import java.util.Locale;

/**
 * A time in words, as exact as it is worth.
 *
 * @param minutes how long
 */
record Span(double minutes) implements Comparable<Span> {
    private static final double HOUR = 60;
    private static final double DAY = 24 * HOUR;
    private static final double YEAR = 365 * DAY;
    private static final double MOST_MINUTES = 90;
    private static final double MOST_HOURS = 72 * HOUR;
    private static final double MOST_DAYS = 2 * YEAR;

    /** So many, at so many a minute. */
    static Span of(double number, double perMinute) {
        return new Span(number / perMinute);
    }

    String words() {
        if (minutes < MOST_MINUTES) {
            return words(minutes, "minute");
        }
        if (minutes < MOST_HOURS) {
            return words(minutes / HOUR, "hour");
        }
        return minutes < MOST_DAYS
                ? words(minutes / DAY, "day")
                : String.format(Locale.ROOT, "%.1f years", minutes / YEAR);
    }

    private static String words(double number, String unit) {
        long whole = Math.max(1, Math.round(number));
        return whole + " " + unit + (whole == 1 ? "" : "s");
    }

    @Override
    public int compareTo(Span other) {
        return Double.compare(minutes, other.minutes);
    }
}
