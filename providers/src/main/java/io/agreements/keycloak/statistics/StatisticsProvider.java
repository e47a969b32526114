package io.agreements.keycloak.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Counts what the ledger says, and keeps what was published of it. Writing takes part in the session's transaction. */
public interface StatisticsProvider extends Provider {

    /** The latest period of a series, without its cells; empty if none was published. */
    Optional<Period> latest(RealmModel realm, Series series);

    /** What is in a stretch of time, from a moment and before another; from the beginning where from is null. */
    Activity activity(RealmModel realm, Series series, Instant from, Instant until);

    /**
     * How many users there are with which values: one statement, whatever their number.
     *
     * @param day on which age is reckoned
     */
    List<Combination> combinations(
            RealmModel realm, Series series, Instant from, Instant until, LocalDate day, StatisticsSettings settings);

    /** @return false if there is one that begins on that day already; nothing is written then */
    boolean add(RealmModel realm, Series series, Period period);

    /** The periods of a series that are wholly within these days, in order, with the cells of one dimension. */
    List<Period> find(RealmModel realm, Series series, Dimension dimension, LocalDate from, LocalDate to);

    /** Drops what was published of a realm that is gone. */
    void removeRealm(RealmModel realm);
}
