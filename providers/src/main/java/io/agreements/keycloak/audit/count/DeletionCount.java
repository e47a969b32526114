package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;

/**
 * How often the deletion of an account came to a stage.
 *
 * @param by who was behind it
 */
public record DeletionCount(Stage stage, ActorKind by, long accounts) {}
