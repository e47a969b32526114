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
    private final List<StoredRecord> all = new ArrayList<>();

    /** When, by agreement and version. */
    private final Map<String, Long> cancelled = new HashMap<>();

    void add(StoredRecord publication) {
        all.add(publication);
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

    /**
     * What is on record last of a version.
     *
     * @param from in ms; what is on record up to then is about another agreement of that key
     * @param to in ms; what comes behind is about another
     * @return null if there is nothing
     */
    StoredRecord latest(String agreement, long version, long from, long to) {
        StoredRecord latest = null;
        for (StoredRecord one : all) {
            long at = one.row().number("OCCURRED_AT");
            if (version(one.row()).equals(agreement + "/" + version)
                    && at > from
                    && at <= to
                    && (latest == null || at >= latest.row().number("OCCURRED_AT"))) {
                latest = one;
            }
        }
        return latest;
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
