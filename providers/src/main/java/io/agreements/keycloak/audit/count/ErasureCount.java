package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.ledger.details.ErasureDetails.Reason;

/** How often something that identifies persons was erased for one reason. */
public record ErasureCount(Reason reason, long erasures) {}
