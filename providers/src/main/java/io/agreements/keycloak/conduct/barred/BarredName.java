package io.agreements.keycloak.conduct.barred;

import java.time.Instant;

/**
 * Something that is kept from being registered again. What it is cannot be read from it.
 *
 * @param id random
 * @param realmId id of the realm
 * @param kind what it was of its user
 * @param digest by which it is known again
 * @param restrictionId id of the termination it belongs to
 * @param until when that is over, in UTC
 */
public record BarredName(
        String id, String realmId, BarredKind kind, String digest, String restrictionId, Instant until) {}
