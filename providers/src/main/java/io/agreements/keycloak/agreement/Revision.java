package io.agreements.keycloak.agreement;

import java.util.UUID;
import org.keycloak.models.RealmModel;

/**
 * The revision of a realm's catalogue. It is a realm attribute, so that Keycloak's own realm cache carries it to every
 * node; it is random, so that a value seen in a transaction that was rolled back never comes again.
 */
public final class Revision {

    /** Name of the realm attribute. */
    public static final String ATTRIBUTE = "agreements.revision";

    private Revision() {}

    /** The current revision; null if the realm has none. */
    public static String of(RealmModel realm) {
        return realm.getAttribute(ATTRIBUTE);
    }

    /** Makes every node read the realm's catalogue anew, once the transaction is committed. */
    public static void renew(RealmModel realm) {
        realm.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }
}
