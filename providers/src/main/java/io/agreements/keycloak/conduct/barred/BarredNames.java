package io.agreements.keycloak.conduct.barred;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps what must not be registered again. Writing takes part in the session's transaction. */
public interface BarredNames {

    void add(List<BarredName> names);

    /** Those of a realm with one of these digests that are not over. */
    List<BarredName> find(String realmId, Collection<String> digests, Instant now);

    /** Those that belong to these restrictions, also those that are over. */
    List<BarredName> ofRestrictions(Collection<String> restrictionIds);

    /** Removes those that belong to a restriction. */
    void free(String restrictionId);

    /** Removes all that are over. */
    void removeOver(Instant now);
}
