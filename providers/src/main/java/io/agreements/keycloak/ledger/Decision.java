package io.agreements.keycloak.ledger;

/** What a user said to a version of an agreement. */
public enum Decision {
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
