package io.agreements.keycloak.ledger.log;

/**
 * Where a tile stands.
 *
 * @param level 0 for entries, from which its hashes follow; from 1 on hashes of full tiles below
 */
public record TilePlace(int level, long index) {}
