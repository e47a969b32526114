package io.agreements.keycloak.ledger;

import java.util.List;

/**
 * What was erased of a user.
 *
 * @param userId what the user is called in the ledger from now on: the id, or another pseudonym where the id was a name
 * @param records from how many records something was erased
 * @param usernames those that were erased
 */
public record Erasure(String userId, long records, List<String> usernames) {}
