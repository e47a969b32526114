package io.agreements.keycloak.audit;

import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Tells when ledgers were verified. */
@FunctionalInterface
public interface Verifications {

    /** Where nobody puts verifications on record: then none can be told of, whether there were any or not. */
    Verifications NOT_ON_RECORD = realm -> Optional.empty();

    /** The latest of that realm; empty if none is on record. */
    Optional<Verification> latest(RealmModel realm);
}
