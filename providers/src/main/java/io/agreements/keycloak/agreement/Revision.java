package io.agreements.keycloak.agreement;

import java.util.UUID;
import org.keycloak.models.RealmModel;

/**
 * The sign by which nodes tell each other that a realm's catalogue is another one. It is a realm attribute, so that
 * Keycloak's own realm cache carries it everywhere; it is random, so that a value seen in a transaction that was rolled
 * back never comes again. It is a sign only: whoever saves a realm as it was read before writes an old one back, so what a
 * node holds is compared with what is stored every few seconds as well.
 */
public final class Revision {

    /** Name of the realm attribute. */
    public static final String ATTRIBUTE = "agreements.revision";

    private Revision() {}

    /** The current sign; null if the realm has none. */
    public static String of(RealmModel realm) {
        return realm.getAttribute(ATTRIBUTE);
    }

    /** Makes every node read the realm's catalogue anew, once the transaction is committed. */
    public static void renew(RealmModel realm) {
        realm.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }
}
