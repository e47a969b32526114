package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.check.stored.StoredRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which legal holds there were, as the records of them say, and what they kept. */
final class HoldBook {

    private static final long NOT_OVER = Long.MAX_VALUE;

    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, List<Hold>> ofUsers = new HashMap<>();
    private final Map<String, List<Hold>> ofAgreements = new HashMap<>();

    private HoldBook() {}

    static HoldBook read(LedgerSource source) {
        HoldBook book = new HoldBook();
        StoredRecords.each(source, Reading.holds(), book::add);
        return book;
    }

    private void add(Row row) {
        Map<String, Object> details = StoredRecord.details(row);
        if (!(details.get("hold") instanceof String id)) {
            return;
        }
        long at = row.number("OCCURRED_AT");
        if (!"placed".equals(details.get("stage"))) {
            ends.merge(id, at, Math::min);
        } else if (details.get("agreement") instanceof String agreement) {
            ofAgreements.computeIfAbsent(agreement, any -> new ArrayList<>()).add(new Hold(id, at));
        } else if (row.text("USER_ID") != null) {
            ofUsers.computeIfAbsent(row.text("USER_ID"), any -> new ArrayList<>())
                    .add(new Hold(id, at));
        }
    }

    /** Whether one kept the record at that time, in ms. */
    boolean keeps(Row record, long at) {
        return about(record).anyMatch(hold -> hold.from <= at && end(hold) > at);
    }

    /** Whether one keeps the record still. */
    boolean keeps(Row record) {
        return about(record).anyMatch(hold -> end(hold) == NOT_OVER);
    }

    /** Whether one ever kept the record. */
    boolean kept(Row record) {
        return about(record).findAny().isPresent();
    }

    private long end(Hold hold) {
        return ends.getOrDefault(hold.id, NOT_OVER);
    }

    private Stream<Hold> about(Row record) {
        return Stream.concat(
                ofUsers.getOrDefault(record.text("USER_ID"), List.of()).stream(),
                ofAgreements.getOrDefault(record.text("AGREEMENT_KEY"), List.of()).stream());
    }

    /** @param from in ms */
    private record Hold(String id, long from) {}
}
