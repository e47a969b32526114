package io.agreements.keycloak.rest.admin.mailing;

import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingProgress;
import io.agreements.keycloak.account.mailing.MailingState;

/**
 * How far the mail about a version is. Times are milliseconds since 1970 in UTC.
 *
 * @param perMinute the most mails a minute
 * @param finishedAt when everybody had been written to; left out before
 * @param users how many are to be written to, counted at the start; an estimate
 * @param sent mails that the mail server took
 * @param failed users to whom no mail could be sent
 * @param problem why it stopped; left out if it did not
 */
public record MailingRepresentation(
        MailingState state,
        int perMinute,
        long startedAt,
        Long finishedAt,
        long users,
        long sent,
        long failed,
        String problem) {

    static MailingRepresentation of(Mailing mailing) {
        MailingProgress progress = mailing.progress();
        return new MailingRepresentation(
                mailing.state(),
                mailing.rate().perMinute(),
                mailing.startedAt().toEpochMilli(),
                mailing.finishedAt() == null ? null : mailing.finishedAt().toEpochMilli(),
                progress.users(),
                progress.sent(),
                progress.failed(),
                mailing.problem());
    }
}
