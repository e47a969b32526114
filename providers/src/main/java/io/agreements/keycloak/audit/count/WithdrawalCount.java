package io.agreements.keycloak.audit.count;

/**
 * Consents to one agreement that were withdrawn.
 *
 * @param withdrawals how many
 * @param users by how many, each once
 * @param atOnce how many were on record, and so in effect, within a second
 * @param longest until one was, in ms
 * @param withinDay how many had been given less than a day before
 * @param withinMonth how many less than 30 days before, and no less than a day
 * @param longer how many before that; of what is left no acceptance is on record
 */
public record WithdrawalCount(
        String agreementKey,
        long withdrawals,
        long users,
        long atOnce,
        long longest,
        long withinDay,
        long withinMonth,
        long longer) {

    /** Of how many no acceptance is on record. */
    public long unknown() {
        return withdrawals - withinDay - withinMonth - longer;
    }
}
