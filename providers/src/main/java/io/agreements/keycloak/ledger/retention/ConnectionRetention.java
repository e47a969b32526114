package io.agreements.keycloak.ledger.retention;

import java.time.Duration;
import org.keycloak.models.RealmModel;

/** How long a realm keeps address and user agent of a record. */
public final class ConnectionRetention {

    /** Realm attribute with a number of days from 1 to 3650. */
    static final String ATTRIBUTE = "agreements.connection.days";

    private static final int DEFAULT_DAYS = 180;
    private static final int MOST_DAYS = 3650;

    private ConnectionRetention() {}

    /** @return 180 days where the realm names none, or no number of days from 1 to 3650 */
    public static Duration of(RealmModel realm) {
        String days = realm.getAttribute(ATTRIBUTE);
        boolean known = days != null && days.matches("[1-9]\\d{0,3}") && Integer.parseInt(days) <= MOST_DAYS;
        return Duration.ofDays(known ? Integer.parseInt(days) : DEFAULT_DAYS);
    }
}
