package io.agreements.keycloak.bench.realm;

import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;

/** Makes the realms that are measured. */
public final class Realms {
    private Realms() {}

    /**
     * Makes the realm of a variant, on a server that is as this variant wants it.
     *
     * @return the id of the user after whose model others are made
     */
    public static String create(KeycloakServer server, Variant variant) {
        TestRealm realm = BenchRealm.create(server, variant.realm());
        switch (variant) {
            case ALONE -> {}
            case TERMS -> TermsRealm.askForTerms(realm);
            case PLUGIN -> ProductRealm.askForAgreements(realm);
        }
        return modelOf(realm);
    }

    /** Makes a realm of this name, and id, with one required and two optional agreements that its one user has accepted. */
    public static TestRealm withAgreements(KeycloakServer server, String name) {
        TestRealm realm = BenchRealm.create(server, name);
        ProductRealm.askForAgreements(realm);
        return realm;
    }

    /** The id of the user after whose model others are made. */
    public static String modelOf(TestRealm realm) {
        return realm.user(BenchRealm.MODEL).toRepresentation().getId();
    }
}
