package io.agreements.keycloak.ledger.retention;

import java.time.Instant;
import java.time.LocalDate;
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
}
