package io.agreements.keycloak.audit.count;

/**
 * Accounts whose deletion had been requested, and that are gone. Durations are in ms, from the request to the deletion.
 *
 * @param byUser whether the user had requested it, and not the operator
 * @param accounts how many
 * @param total all durations together
 * @param withinDay how many took a day at most; the next three up to so many days, and more than those before
 */
public record ExecutionCount(
        boolean byUser,
        long accounts,
        long shortest,
        long longest,
        long total,
        long withinDay,
        long within7Days,
        long within15Days,
        long within30Days) {

    /** How many took more than 30 days. */
    public long longer() {
        return accounts - withinDay - within7Days - within15Days - within30Days;
    }
}
