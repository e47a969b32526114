package io.agreements.keycloak.ledger.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** On which days of a realm's time zone expired addresses and user agents were looked for. */
public interface RetentionRuns {

    /**
     * Notes a look that came to its end, with the session's transaction.
     *
     * @param day of the realm's time zone
     * @param records from how many records something was erased
     * @param at when it came to its end
     */
    void add(RealmModel realm, LocalDate day, long records, Instant at);

    /**
     * By id of the realm the last looks that came to their end, of all realms, in one statement.
     *
     * @param day looks on this day or later are told, at least
     */
    Map<String, Look> since(LocalDate day);

    /** The first day of which anything is noted; empty if of none. */
    Optional<LocalDate> firstDay(RealmModel realm);

    /** What is noted of these days. */
    Summary between(RealmModel realm, LocalDate first, LocalDate last);

    /**
     * Some days together.
     *
     * @param days on how many of them there was a look at all
     * @param runs how many looks came to their end
     * @param records from how many records something was erased
     * @param lastAt when the last look came to its end; null if there was none
     */
    record Summary(long days, long runs, long records, Instant lastAt) {}

    /**
     * The last look in a realm.
     *
     * @param at when it came to its end
     * @param oldest no connection from before is there that could expire, nor can one come
     * @param isTold whether the ledger tells all that was erased
     */
    record Look(Instant at, Instant oldest, boolean isTold) {

        /**
         * Whether there is no need for another one now: nothing can have expired since, and there was one on this day. Where a
         * clock was ahead it is not taken at its word.
         *
         * @param kept how long connections are kept now
         * @param zone of the realm
         */
        boolean suffices(Instant now, Duration kept, ZoneId zone) {
            return isTold
                    && !oldest.isBefore(now.minus(kept))
                    && !oldest.isAfter(latest(now))
                    && LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        }

        /** Whoever records a connection does so within a day, so what comes later may be that old. */
        public static Instant latest(Instant now) {
            return now.minus(Duration.ofDays(1));
        }
    }
}
