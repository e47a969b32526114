package io.agreements.keycloak.audit;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Counts what an operator's compliance audit of a year asks for. */
public final class Audits {

    private final FactsReader reader;

    /** @param verifications tell when ledgers were verified */
    public Audits(KeycloakSession session, Verifications verifications) {
        this.reader = new FactsReader(session, verifications);
    }

    /** The figures of that year, counted now. */
    public AuditReport of(RealmModel realm, AuditYear year) {
        return AuditReport.of(reader.read(realm, year));
    }
}
