package io.agreements.keycloak.rest;

import io.agreements.keycloak.account.receipt.ReceiptMaker;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptFile;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;

/** Receipts as they are downloaded. */
public final class ReceiptDownload {

    public static final String ZIP = "application/zip";

    /** In which the record is in a checkpoint, as a rule; in seconds. */
    private static final int SOON = 10;

    private ReceiptDownload() {}

    /**
     * The receipt: 202 with {@code Retry-After} as long as the record is in no checkpoint, because that receipt proves
     * nothing yet; 409 for one that cannot be written down.
     *
     * @param opened what of the record is disclosed
     */
    public static Response of(
            KeycloakSession session, RealmModel realm, LoggedRecord record, Set<ErasableGroup> opened) {
        if (!record.isFit()) {
            throw ErrorResponse.error(
                    "Somebody has changed the record so that it cannot be written down; there is no receipt of it.",
                    Response.Status.CONFLICT);
        }
        Receipt receipt = new ReceiptMaker(session, realm).make(record, opened);
        boolean isProved = receipt.files().containsKey(ReceiptFile.PROOF);
        Response.ResponseBuilder answer = Response.status(isProved ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(receipt.zip())
                .type(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + record.entry().id() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (isProved ? answer : answer.header(HttpHeaders.RETRY_AFTER, SOON)).build();
    }
}
