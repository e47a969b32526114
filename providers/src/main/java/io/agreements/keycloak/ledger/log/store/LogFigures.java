package io.agreements.keycloak.ledger.log.store;

import java.time.Instant;

/**
 * How the logs of a server are, all together.
 *
 * @param halted how many of them are halted
 * @param behind how many realms have records that are not in their log
 * @param unfit how many records no log can have, as last found; of each realm the first twenty count
 * @param signedAt when the last checkpoint of any of them was signed; null if there is none
 */
public record LogFigures(long halted, long behind, long unfit, Instant signedAt) {}
