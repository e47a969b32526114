package io.agreements.proof.ledger.check.reference;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts that were put on record when they were published. Those of a publication that was cancelled may be others since. */
final class Publications {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String DIGEST_OF = "digest.";

    private final List<StoredRecord> published = new ArrayList<>();

    /** When, by agreement and version. */
    private final Map<String, Long> cancelled = new HashMap<>();

    void add(StoredRecord publication) {
        Object action = publication.details().get("action");
        if ("published".equals(action)) {
            published.add(publication);
        } else if ("cancelled".equals(action)) {
            cancelled.merge(version(publication.row()), publication.row().number("OCCURRED_AT"), Math::max);
        }
    }

    private static String version(Row row) {
        return row.text("AGREEMENT_KEY") + "/" + row.numberOrNull("VERSION_NUMBER");
    }

    /** Once all are added. */
    void require(TextBook texts) {
        for (StoredRecord publication : published) {
            Row row = publication.row();
            if (row.number("OCCURRED_AT") > cancelled.getOrDefault(version(row), Long.MIN_VALUE)) {
                publication.details().forEach((name, digest) -> {
                    if (name.startsWith(DIGEST_OF)
                            && digest instanceof String hex
                            && DIGEST.matcher(hex).matches()) {
                        texts.require(
                                row.text("AGREEMENT_KEY"),
                                row.numberOrNull("VERSION_NUMBER"),
                                name.substring(DIGEST_OF.length()),
                                hex,
                                row);
                    }
                });
            }
        }
    }
}
