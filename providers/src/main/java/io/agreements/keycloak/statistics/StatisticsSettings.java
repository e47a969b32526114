package io.agreements.keycloak.statistics;

import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * What a realm says about its statistics.
 *
 * @param k how many users each published number is of, at least
 * @param cityAttribute name of the attribute of users with their city; empty if that is not counted
 * @param birthdateAttribute name of the attribute of users with their birthdate; empty if age is not counted
 */
public record StatisticsSettings(int k, Optional<String> cityAttribute, Optional<String> birthdateAttribute) {

    /** Realm attribute with a number from 5 to 100000. */
    static final String K = "agreements.statistics.k";

    static final String CITY = "agreements.statistics.city";
    static final String BIRTHDATE = "agreements.statistics.birthdate";

    private static final int DEFAULT_K = 10;
    private static final int LEAST_K = 5;
    private static final int MOST_K = 100_000;

    /** What the attributes of the realm say; what will not do counts as not said. */
    public static StatisticsSettings of(RealmModel realm) {
        return new StatisticsSettings(k(realm.getAttribute(K)), name(realm, CITY), name(realm, BIRTHDATE));
    }

    /** @return 10 where the realm names none, or nothing that will do */
    private static int k(String named) {
        if (named == null || !named.matches("[1-9]\\d{0,5}")) {
            return DEFAULT_K;
        }
        int k = Integer.parseInt(named);
        return k >= LEAST_K && k <= MOST_K ? k : DEFAULT_K;
    }

    private static Optional<String> name(RealmModel realm, String attribute) {
        return Optional.ofNullable(realm.getAttribute(attribute)).filter(name -> !name.isBlank());
    }
}
