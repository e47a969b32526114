package io.agreements.keycloak.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;

/**
 * A year as a realm reckons it.
 *
 * @param number such as 2026
 * @param from its first moment, in UTC
 * @param until the first moment after it, in UTC
 * @param now when it is counted, in UTC
 */
public record AuditYear(int number, ZoneId zone, Instant from, Instant until, Instant now) {

    /** No ledger goes back further. */
    static final int FIRST = 2000;

    /** @throws IllegalArgumentException if the year has not begun yet, or is none that can be meant */
    public static AuditYear of(int number, ZoneId zone, Instant now) {
        int current = LocalDate.ofInstant(now, zone).getYear();
        if (number < FIRST || number > current) {
            throw new IllegalArgumentException("year must be from " + FIRST + " to " + current);
        }
        return new AuditYear(number, zone, startOf(number, zone), startOf(number + 1, zone), now);
    }

    /** Whether it is not over yet. */
    public boolean isSoFar() {
        return now.isBefore(until);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(number, 1, 1);
    }

    /** Its last day, or the day it is now. */
    public LocalDate lastDay() {
        return isSoFar()
                ? LocalDate.ofInstant(now, zone)
                : Year.of(number).atMonth(12).atEndOfMonth();
    }

    /** Up to when there was something to count. */
    public Instant countedUntil() {
        return isSoFar() ? now : until;
    }

    private static Instant startOf(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
