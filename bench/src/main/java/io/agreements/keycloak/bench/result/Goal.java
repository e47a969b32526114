package io.agreements.keycloak.bench.result;

import java.util.Locale;

/**
 * Something that should be no more than so much.
 *
 * @param what is measured
 * @param most what it should be at most
 * @param value what it is
 * @param unit of both; empty for numbers alone
 * @param digits behind the point
 * @param more what else is said of the value; empty for nothing
 */
record Goal(String what, double most, double value, String unit, int digits, String more) {

    static Goal ratio(String what, double most, Spread spread) {
        String range = String.format(Locale.ROOT, " (%.2f–%.2f)", spread.least(), spread.most());
        return new Goal(what, most, spread.median(), "", 2, range);
    }

    static Goal statements(String what, double most, double value) {
        return new Goal(what, most, value, "", 1, "");
    }

    static Goal milliseconds(String what, double most, double value) {
        return new Goal(what, most, value, "ms", 0, "");
    }

    static Goal bytes(String what, double most, double value) {
        return new Goal(what, most, value, "bytes", 0, "");
    }

    /** Whether it is met, by the number that is shown. */
    boolean isMet() {
        return Double.parseDouble(shown(value)) <= most;
    }

    /** A row of a table: what, goal, value, met or not. */
    String row() {
        return "| " + what + " | ≤ " + withUnit(trimmed(most)) + " | " + withUnit(shown(value)) + more + " | "
                + (isMet() ? "yes" : "**no**") + " |";
    }

    private String withUnit(String number) {
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private String shown(double number) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
