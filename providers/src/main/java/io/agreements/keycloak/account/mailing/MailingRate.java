package io.agreements.keycloak.account.mailing;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast mail goes out. What a moment allowed and nobody used is kept for a minute at most, so that no flood follows a
 * standstill.
 *
 * @param perMinute mails a minute of the whole mailing and cluster, from 1 to {@value #MOST}
 * @param shards how many share them, from 1
 * @param usedUntil up to when the time that has passed is paid for by mails already sent, in UTC
 */
public record MailingRate(int perMinute, int shards, Instant usedUntil) {

    /** Mails a minute where nothing else is said. */
    public static final int DEFAULT = 60;

    /** Mails a minute. */
    public static final int MOST = 60_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public MailingRate {
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("perMinute must be a number from 1 to " + MOST);
        }
    }

    /** Of a mailing that nobody shares. */
    public MailingRate(int perMinute, Instant usedUntil) {
        this(perMinute, 1, usedUntil);
    }

    /**
     * Of one who shares it, from that moment on; the first mails of several do not go out together.
     *
     * @param number which of them, from 0
     */
    static MailingRate of(int perMinute, int shards, int number, Instant now) {
        MailingRate rate = new MailingRate(perMinute, shards, now);
        return new MailingRate(
                perMinute, shards, now.minus(rate.step().multipliedBy(number).dividedBy(shards)));
    }

    /** Shared by another number from now on. */
    MailingRate sharedBy(int others) {
        return new MailingRate(perMinute, others, usedUntil);
    }

    /** How many mails may go out at that moment. */
    int quota(Instant now) {
        Duration unused = Duration.between(start(now), now);
        return unused.isNegative() ? 0 : (int) unused.dividedBy(step());
    }

    /** After one more mail. */
    MailingRate used(Instant now) {
        return new MailingRate(perMinute, shards, start(now).plus(step()));
    }

    private Instant start(Instant now) {
        Duration step = step();
        Instant earliest = now.minus(step.compareTo(KEPT) > 0 ? step : KEPT);
        return usedUntil.isBefore(earliest) ? earliest : usedUntil;
    }

    /** Rounded up: rather a little slower than promised. */
    private Duration step() {
        long minutes = KEPT.toMillis() * shards;
        return Duration.ofMillis((minutes + perMinute - 1) / perMinute);
    }
}
