package io.agreements.keycloak.account.receipt;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.proof.receipt.EvidencePack;
import io.agreements.proof.receipt.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Receipts of all records of one user, also of one that is gone. What it needs is read bit by bit while it is written, each
 * bit in a transaction of its own.
 */
public final class EvidenceExport {

    /** Receipts made at once. */
    private static final int PAGE = 20;

    private final KeycloakSessionFactory sessions;
    private final KeycloakContext context;
    private final String userId;
    private final Instant startedAt;

    /**
     * @param session of the request, whose realm is meant
     * @param userId id of the user, or what stands for it
     * @param startedAt records before this moment are meant
     */
    public EvidenceExport(KeycloakSession session, String userId, Instant startedAt) {
        this.sessions = session.getKeycloakSessionFactory();
        this.context = session.getContext();
        this.userId = userId;
        this.startedAt = startedAt;
    }

    /** Whether there is any record of that user. */
    public static boolean hasRecords(KeycloakSession session, RealmModel realm, String userId) {
        return !session.getProvider(LedgerProvider.class)
                .find(realm, RecordQuery.ofUser(userId, 0, 1))
                .isEmpty();
    }

    /**
     * Leaves the stream open.
     *
     * @throws IOException if the reader has gone
     * @throws RuntimeException if something cannot be read; what has been written cannot be opened then
     */
    public void write(OutputStream stream) throws IOException {
        EvidencePack.Writer pack = new EvidencePack.Writer(stream);
        RecordQuery query = new RecordQuery(Set.of(userId), Set.of(), null, null, startedAt, 0, PAGE);
        Page page;
        do {
            page = page(query);
            for (Map.Entry<String, Receipt> receipt : page.receipts().entrySet()) {
                pack.add(receipt.getKey(), receipt.getValue());
            }
            query = query.behind(page.read());
        } while (page.read().size() == PAGE);
        pack.finish();
    }

    /** Of what cannot be written down there is no receipt. */
    private Page page(RecordQuery query) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                context,
                session -> {
                    RealmModel realm = session.getContext().getRealm();
                    LedgerProvider ledger = session.getProvider(LedgerProvider.class);
                    ReceiptMaker maker = new ReceiptMaker(session, realm);
                    Map<String, Receipt> receipts = new LinkedHashMap<>();
                    List<LedgerRecord> found = ledger.find(realm, query);
                    found.stream()
                            .map(LedgerRecord::id)
                            .map(id -> ledger.logged(realm, id))
                            .flatMap(Optional::stream)
                            .filter(LoggedRecord::isFit)
                            .forEach(record -> receipts.put(
                                    record.entry().id(), maker.make(record, ReceiptMaker.FOR_ADMINISTRATORS)));
                    return new Page(found, receipts);
                },
                "part of an evidence pack");
    }

    /** @param read the records that were read */
    private record Page(List<LedgerRecord> read, Map<String, Receipt> receipts) {}
}
