package io.agreements.keycloak.bench.tasks.result;

import io.agreements.keycloak.bench.data.AcceptanceSize;

/**
 * What records take, and what it takes to divide them; the same for any number of nodes.
 *
 * @param inOrder one acceptance, where they come one after the other
 * @param atOnce in bytes, where all come at once and get their places in the log afterwards
 * @param minutesForAMillion how long it takes to divide a million records
 */
public record Storage(AcceptanceSize inOrder, double atOnce, double minutesForAMillion) {}
