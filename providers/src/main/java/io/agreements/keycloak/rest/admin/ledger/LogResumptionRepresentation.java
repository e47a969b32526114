package io.agreements.keycloak.rest.admin.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * How a halted log is to go on.
 *
 * @param newOrigin {@code true}: as another log, over what is stored now; if left out, as the log it was
 */
@JsonDeserialize(using = SentJson.class)
public record LogResumptionRepresentation(Boolean newOrigin) {}
