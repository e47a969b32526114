package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.ledger.RecordType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where receipts are verified.
 *
 * @param script relative to {@code url.resourcesPath}; null where there is none
 * @param keys where the keys of the realm's log are
 */
public record ReceiptPage(String script, String keys) {

    /** What a record can be about. */
    public List<String> types() {
        return Stream.of(RecordType.values()).map(RecordType::name).toList();
    }
}
