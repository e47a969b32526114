package io.agreements.keycloak.account.mailing;

/**
 * How far a mailing is. Users are written to in the order of their ids; a user is passed before the mail goes out, so that
 * whatever happens meanwhile nobody is written to twice.
 *
 * @param users to be written to, counted at the start; an estimate
 * @param sent mails that the mail server took
 * @param failed users to whom no mail could be sent
 * @param lastUserId id of the user passed last, or at the start where it begins; null for the first user
 * @param failures mails in a row that failed for a reason that is not their recipient's
 * @param returnTo id of the user passed before the first of these, or before the last one passed; null for the start
 * @param refusals mails in a row whose addresses were refused
 */
public record MailingProgress(
        long users, long sent, long failed, String lastUserId, int failures, String returnTo, int refusals) {

    static MailingProgress start(long users) {
        return start(users, null);
    }

    /** @param after with those behind that id; null for the first ones */
    static MailingProgress start(long users, String after) {
        return new MailingProgress(users, 0, 0, after, 0, null, 0);
    }

    MailingProgress passed(String userId) {
        return new MailingProgress(
                users, sent, failed, userId, failures, failures == 0 ? lastUserId : returnTo, refusals);
    }

    MailingProgress oneSent() {
        return new MailingProgress(users, sent + 1, failed, lastUserId, 0, null, 0);
    }

    /** The mail server answers, so that what failed before did so for reasons of its own. */
    MailingProgress oneRefused() {
        return new MailingProgress(users, sent, failed + 1, lastUserId, 0, null, refusals + 1);
    }

    MailingProgress oneFailed() {
        return new MailingProgress(users, sent, failed + 1, lastUserId, failures + 1, returnTo, refusals);
    }

    /** Those whose mail failed in a row are still to be written to. */
    MailingProgress putBack() {
        return failures == 0 ? this : new MailingProgress(users, sent, failed - failures, returnTo, 0, null, refusals);
    }

    MailingProgress refusalsForgotten() {
        return new MailingProgress(users, sent, failed, lastUserId, failures, returnTo, 0);
    }
}
