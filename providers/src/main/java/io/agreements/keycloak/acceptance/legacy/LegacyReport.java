package io.agreements.keycloak.acceptance.legacy;

import java.util.List;

/**
 * What has become of acceptances that were kept elsewhere.
 *
 * @param taken how many are decisions now
 * @param known how many are of users who have decided on the agreement already; they are left alone
 * @param wrongCount how many cannot be taken over
 * @param wrong the first of those
 */
public record LegacyReport(long taken, long known, long wrongCount, List<Wrong> wrong) {

    static final LegacyReport NOTHING = new LegacyReport(0, 0, 0, List.of());

    /** So many are named; all are counted. */
    static final int MOST_NAMED = 100;

    public LegacyReport {
        wrong = List.copyOf(wrong);
    }

    /** How many there were in all. */
    public long done() {
        return taken + known + wrongCount;
    }

    /**
     * One that cannot be taken over.
     *
     * @param line number of its line, the header being the first; null where there are no lines
     * @param user whom it is of; null if that cannot be read
     * @param problem what is wrong with it
     */
    public record Wrong(Long line, String user, String problem) {}
}
