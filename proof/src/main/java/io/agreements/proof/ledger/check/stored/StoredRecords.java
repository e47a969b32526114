package io.agreements.proof.ledger.check.stored;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Records that explain others, wherever they are in the log. */
public final class StoredRecords {

    private static final int MOST_NEW = 10_000;

    private StoredRecords() {}

    /**
     * Those that are in the log, and those that wait for a place in it. What stands at a place that the log does not have was
     * put there by nobody who writes to it, and explains nothing; a part of an export does not have all of the log, though.
     */
    public static void each(LedgerSource source, Reading reading, Consumer<Row> consumer) {
        if (source.part().isPresent()) {
            try (Rows rows = source.rows(reading)) {
                rows.forEachRemaining(consumer);
            }
            return;
        }
        long size = size(source);
        List<Row> behind = new ArrayList<>();
        try (Rows rows = source.rows(reading)) {
            rows.forEachRemaining(row -> {
                Long index = row.numberOrNull("LOG_INDEX");
                if (index == null || index >= 0 && index < size) {
                    consumer.accept(row);
                } else if (index >= size && behind.size() < MOST_NEW) {
                    behind.add(row);
                }
            });
        }
        if (!behind.isEmpty()) {
            // The log may have grown while they were read.
            long sizeNow = size(source);
            behind.stream().filter(row -> row.number("LOG_INDEX") < sizeNow).forEach(consumer);
        }
    }

    private static long size(LedgerSource source) {
        return source.find(Reading.all(Table.LOG), 1).stream()
                .mapToLong(row -> row.number("LOG_SIZE"))
                .sum();
    }
}
