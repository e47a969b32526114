package io.agreements.keycloak.rest.open;

/**
 * Where receipts are verified.
 *
 * @param script relative to {@code url.resourcesPath}; null where there is none
 * @param keys where the keys of the realm's log are
 */
public record ReceiptPage(String script, String keys) {}
