package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.account.mail.Delivery;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Mail about a version, to all whom it concerns, or to some of them. There is one for a version at most; it goes on where it
 * was paused or stopped, and never begins anew.
 *
 * @param realmId id of the realm
 * @param agreementId id of the agreement
 * @param versionNumber number of the version
 * @param part which of its users this is about; the others have rows of their own
 * @param state whether it goes on
 * @param rate how fast
 * @param progress how far it is
 * @param startedAt when, in UTC
 * @param finishedAt when it was done, in UTC; null before
 * @param administratorId user id of who started it
 * @param base of the server as users know it, from which links are made: no request tells it later
 * @param problem why it stopped, in words for an administrator and without anything personal; null if it did not
 */
public record Mailing(
        String realmId,
        String agreementId,
        int versionNumber,
        MailingPart part,
        MailingState state,
        MailingRate rate,
        MailingProgress progress,
        Instant startedAt,
        Instant finishedAt,
        String administratorId,
        URI base,
        String problem) {

    /** Characters of a problem. */
    public static final int PROBLEM_LENGTH = 500;

    static final int MOST_FAILURES = 5;
    static final int MOST_REFUSALS = 50;

    private static final String SERVER_FAILS =
            "The mail server could not be used. Check the realm's mail settings and the"
                    + " server's log, then go on: nobody has been passed over.";
    private static final String SERVER_REFUSES = "The mail server refused the addresses of " + MOST_REFUSALS
            + " users in a row, which count as failed. Check whether it takes mail for other domains from this server,"
            + " then go on with the users after them.";

    public boolean isRunning() {
        return state == MailingState.RUNNING;
    }

    /** An administrator halts it; empty if it is not running. */
    Optional<Mailing> paused() {
        return isRunning() ? Optional.of(with(MailingState.PAUSED, rate, progress, null, null)) : Optional.empty();
    }

    /** @param newBase where the server is now */
    Mailing goingOn(URI newBase) {
        return new Mailing(
                realmId,
                agreementId,
                versionNumber,
                part,
                MailingState.RUNNING,
                rate,
                progress.refusalsForgotten(),
                startedAt,
                null,
                administratorId,
                newBase,
                null);
    }

    Mailing rated(MailingRate nextRate) {
        return with(state, nextRate, progress, finishedAt, problem);
    }

    Mailing part(MailingPart some, MailingProgress itsProgress) {
        return new Mailing(
                realmId,
                agreementId,
                versionNumber,
                some,
                state,
                rate,
                itsProgress,
                startedAt,
                finishedAt,
                administratorId,
                base,
                problem);
    }

    /** The user after the one passed last is passed; empty if it does not run, or has gone on without the caller. */
    Optional<Mailing> passed(String lastKnownUserId, String userId, Instant now) {
        return isRunning() && Objects.equals(progress.lastUserId(), lastKnownUserId)
                ? Optional.of(with(state, rate.used(now), progress.passed(userId), null, null))
                : Optional.empty();
    }

    /** With what became of a mail; stopped if there is no use in going on. */
    Mailing after(Delivery delivery) {
        MailingProgress next = switch (delivery) {
            case SENT -> progress.oneSent();
            case REFUSED -> progress.oneRefused();
            case FAILED -> progress.oneFailed();
        };
        Mailing changed = with(state, rate, next, finishedAt, problem);
        if (next.failures() >= MOST_FAILURES) {
            return changed.stopped(SERVER_FAILS);
        }
        return next.refusals() >= MOST_REFUSALS ? changed.stopped(SERVER_REFUSES) : changed;
    }

    /** There is nobody left. If the last mails failed for a reason that is not their recipients', it is not done, but stopped. */
    Mailing atEnd(Instant now) {
        return progress.failures() == 0 ? with(MailingState.DONE, rate, progress, now, null) : stopped(SERVER_FAILS);
    }

    Mailing stopped(String why) {
        return with(MailingState.STOPPED, rate, progress.putBack(), null, why);
    }

    private Mailing with(
            MailingState nextState, MailingRate nextRate, MailingProgress nextProgress, Instant finished, String why) {
        return new Mailing(
                realmId,
                agreementId,
                versionNumber,
                part,
                nextState,
                nextRate,
                nextProgress,
                startedAt,
                finished,
                administratorId,
                base,
                why);
    }
}
