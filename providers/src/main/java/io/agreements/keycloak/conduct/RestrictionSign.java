package io.agreements.keycloak.conduct;

import java.util.UUID;
import org.keycloak.models.RealmModel;

/**
 * The sign by which nodes tell each other that something was imposed in a realm in which nothing was. A realm attribute, so
 * that Keycloak's own realm cache carries it everywhere; and a sign only, for whoever saves a realm as it was read before
 * loses it.
 */
public final class RestrictionSign {

    /** Name of the realm attribute. */
    public static final String ATTRIBUTE = "agreements.restrictions";

    private RestrictionSign() {}

    /** The current sign; null if the realm has none. */
    public static String of(RealmModel realm) {
        return realm.getAttribute(ATTRIBUTE);
    }

    /** Makes every node look anew, once the transaction is committed. */
    static void renew(RealmModel realm) {
        realm.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }
}
