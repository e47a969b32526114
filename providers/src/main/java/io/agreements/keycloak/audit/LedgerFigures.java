package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.RecordCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import java.time.Instant;
import java.util.Map;

/** What is on record, and up to which checkpoint others can hold the ledger against it. */
final class LedgerFigures {

    private LedgerFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        AuditFacts.Ledger ledger = facts.ledger();
        book.moment(Source.FIRST_RECORD, FigureName.LEDGER_SINCE, ledger.since());
        for (RecordType type : RecordType.values()) {
            book.count(
                    Source.RECORDS,
                    FigureName.RECORDS,
                    Map.of(Subject.RECORD_TYPE, type.name()),
                    ledger.records().stream()
                            .filter(count -> count.type() == type)
                            .mapToLong(RecordCount::records)
                            .sum());
        }
        book.count(
                Source.RECORDS,
                FigureName.RECORDS_NOT_LOGGED,
                ledger.records().stream().mapToLong(RecordCount::unlogged).sum());
        add(ledger.latest(), FigureName.CHECKPOINT_SIZE, FigureName.CHECKPOINT_AT, book);
        add(ledger.stamped(), FigureName.STAMPED_SIZE, FigureName.STAMPED_AT, book);
        add(ledger.cosigned(), FigureName.COSIGNED_SIZE, FigureName.COSIGNED_AT, book);
        if (ledger.haltedAt() != null) {
            book.moment(Source.LOG, FigureName.HALTED_AT, ledger.haltedAt());
        }
        add(ledger.verification(), book);
    }

    private static void add(StoredCheckpoint checkpoint, FigureName size, FigureName at, FigureBook book) {
        if (checkpoint == null) {
            book.gap(Source.LOG, size, Gap.NONE_YET);
            book.gap(Source.LOG, at, Gap.NONE_YET);
        } else {
            book.tell(Source.LOG, size, checkpoint.size());
            book.tell(Source.LOG, at, moment(checkpoint, at));
        }
    }

    /** When it was stamped is told by somebody else. */
    private static Instant moment(StoredCheckpoint checkpoint, FigureName name) {
        return name == FigureName.STAMPED_AT ? checkpoint.stamp().at() : checkpoint.signedAt();
    }

    private static void add(Verification verification, FigureBook book) {
        Source from = Source.VERIFICATIONS;
        if (verification == null) {
            book.gap(from, FigureName.VERIFIED_FROM, Gap.NONE_RECORDED);
            book.gap(from, FigureName.VERIFIED_SIZE, Gap.NONE_RECORDED);
            book.gap(from, FigureName.VERIFIED_AT, Gap.NONE_RECORDED);
            book.gap(from, FigureName.VERIFIED_GOOD, Gap.NONE_RECORDED);
        } else {
            book.tell(from, FigureName.VERIFIED_FROM, verification.from());
            book.tell(from, FigureName.VERIFIED_SIZE, verification.size());
            book.tell(from, FigureName.VERIFIED_AT, verification.at());
            book.tell(from, FigureName.VERIFIED_GOOD, verification.good() ? "YES" : "NO");
        }
    }
}
