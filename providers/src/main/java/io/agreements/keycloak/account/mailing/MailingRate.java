package io.agreements.keycloak.account.mailing;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast mail goes out. What a moment allowed and nobody used is kept for a minute at most, so that no flood follows a
 * standstill.
 *
 * @param perMinute mails a minute, from 1 to {@value #MOST}
 * @param usedUntil up to when the time that has passed is paid for by mails already sent, in UTC
 */
public record MailingRate(int perMinute, Instant usedUntil) {

    /** Mails a minute where nothing else is said. */
    public static final int DEFAULT = 60;

    /** Mails a minute. */
    public static final int MOST = 6000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public MailingRate {
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("perMinute must be a number from 1 to " + MOST);
        }
    }

    /** How many mails may go out at that moment. */
    int quota(Instant now) {
        Duration unused = Duration.between(start(now), now);
        return unused.isNegative() ? 0 : (int) unused.dividedBy(step());
    }

    /** After one more mail. */
    MailingRate used(Instant now) {
        return new MailingRate(perMinute, start(now).plus(step()));
    }

    private Instant start(Instant now) {
        Instant earliest = now.minus(KEPT);
        return usedUntil.isBefore(earliest) ? earliest : usedUntil;
    }

    /** Rounded up: rather a little slower than promised. */
    private Duration step() {
        long minute = KEPT.toMillis();
        return Duration.ofMillis((minute + perMinute - 1) / perMinute);
    }
}
