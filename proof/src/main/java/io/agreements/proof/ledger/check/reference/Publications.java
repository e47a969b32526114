package io.agreements.proof.ledger.check.reference;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that were put on record when they were published. Those of a publication that was cancelled may be others since. */
final class Publications {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final String PUBLISHED = "published";
    private static final String CANCELLED = "cancelled";

    /** What changes a version; of one about which users were written to other things are on record too. */
    private static final Set<String> CHANGES = Set.of(PUBLISHED, "retracted", CANCELLED);

    private final List<StoredRecord> published = new ArrayList<>();

    /** By agreement and version. */
    private final Map<String, List<StoredRecord>> changes = new HashMap<>();

    /** When, by agreement and version. */
    private final Map<String, Long> cancelled = new HashMap<>();

    void add(StoredRecord publication) {
        Object action = publication.details().get("action");
        if (action instanceof String word && CHANGES.contains(word)) {
            changes.computeIfAbsent(version(publication.row()), any -> new ArrayList<>())
                    .add(publication);
        }
        if (PUBLISHED.equals(action)) {
            published.add(publication);
        } else if (CANCELLED.equals(action)) {
            cancelled.merge(version(publication.row()), publication.row().number("OCCURRED_AT"), Math::max);
        }
    }

    private static String version(Row row) {
        return row.text("AGREEMENT_KEY") + "/" + row.numberOrNull("VERSION_NUMBER");
    }

    /**
     * What is on record of the last change of a version.
     *
     * @param from in ms; what is on record up to then is about another agreement of that key
     * @param to in ms; what comes behind is about another
     * @return null if there is nothing
     */
    StoredRecord latest(String agreement, long version, long from, long to) {
        StoredRecord latest = null;
        for (StoredRecord one : changes.getOrDefault(agreement + "/" + version, List.of())) {
            long at = one.row().number("OCCURRED_AT");
            if (at > from && at <= to && (latest == null || at >= latest.row().number("OCCURRED_AT"))) {
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
                    if (name.startsWith(VersionBook.DIGEST_OF)
                            && digest instanceof String hex
                            && DIGEST.matcher(hex).matches()) {
                        texts.require(
                                row.text("AGREEMENT_KEY"),
                                row.numberOrNull("VERSION_NUMBER"),
                                name.substring(VersionBook.DIGEST_OF.length()),
                                hex,
                                row);
                    }
                });
            }
        }
    }
}
