package io.agreements.keycloak.account.export;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.ledger.LedgerRecord;
import java.util.function.Function;

/**
 * How an export presents to its reader what is shown elsewhere too.
 *
 * @param words in the reader's language
 * @param day of the export, in the reader's words
 * @param records a record, without what is not for the user
 * @param deletion a deletion request, without what is not for the user
 */
public record ExportView(
        ExportWords words,
        String day,
        Function<LedgerRecord, Object> records,
        Function<DeletionRequest, Object> deletion) {}
