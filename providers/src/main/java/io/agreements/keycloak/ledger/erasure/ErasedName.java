package io.agreements.keycloak.ledger.erasure;

/**
 * The name of a user or an administrator gave way to a pseudonym.
 *
 * @param realmId id of the realm whose ledger had it, which may be gone
 * @param erasure what was erased there
 */
public record ErasedName(String realmId, Erasure erasure) {}
