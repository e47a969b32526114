package io.agreements.keycloak.bench.realm;

import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;

/** Makes the realms that are compared. */
public final class Realms {
    private Realms() {}

    /**
     * Makes the realm of a variant, on a server that is as this variant wants it.
     *
     * @return the id of the user after whose model others are made
     */
    public static String create(KeycloakServer server, Variant variant) {
        TestRealm realm = BenchRealm.create(server, variant);
        switch (variant) {
            case ALONE -> {}
            case TERMS -> TermsRealm.askForTerms(realm);
            case PLUGIN -> ProductRealm.askForAgreements(realm);
        }
        return realm.user(BenchRealm.MODEL).toRepresentation().getId();
    }
}
