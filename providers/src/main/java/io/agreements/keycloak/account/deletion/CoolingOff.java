package io.agreements.keycloak.account.deletion;

import java.time.Duration;
import org.keycloak.models.RealmModel;

/** The time between asking for a deletion and the deletion, in which the user may think again. */
public final class CoolingOff {

    /** Realm attribute with a number of days from 0 to 15. */
    public static final String ATTRIBUTE = "agreements.deletion.coolingOffDays";

    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 15;

    private CoolingOff() {}

    /** @return 7 days where the realm names none, or no number of days from 0 to 15 */
    public static Duration of(RealmModel realm) {
        String days = realm.getAttribute(ATTRIBUTE);
        boolean known = days != null && days.matches("\\d{1,2}") && Integer.parseInt(days) <= MOST_DAYS;
        return Duration.ofDays(known ? Integer.parseInt(days) : DEFAULT_DAYS);
    }
}
