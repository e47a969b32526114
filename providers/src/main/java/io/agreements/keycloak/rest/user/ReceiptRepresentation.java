package io.agreements.keycloak.rest.user;

/**
 * What a user can keep of a decision.
 *
 * @param issuer the realm that took the decision, as tokens name it
 * @param record the decision
 * @param text what was shown
 */
public record ReceiptRepresentation(String issuer, MyRecordRepresentation record, ReceiptText text) {

    /** @param content the Markdown; its bytes in UTF-8 have the digest of the record */
    public record ReceiptText(String title, String locale, String digest, String content) {}
}
