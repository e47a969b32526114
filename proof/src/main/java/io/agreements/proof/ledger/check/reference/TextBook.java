package io.agreements.proof.ledger.check.reference;

import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The texts of agreements, and which agreement is which. */
public final class TextBook {

    private final Findings findings;

    /** Keys by ids of agreements that are not removed. */
    private final Map<String, String> keys = new HashMap<>();

    /** Digests of contents, by agreement, version and language. */
    private final Map<String, Set<String>> contents = new HashMap<>();

    /** Digests that are stored, by the same. */
    private final Map<String, Map<String, Row>> wrong = new HashMap<>();

    private final Set<String> told = new HashSet<>();
    private final Publications publications = new Publications();
    private final VersionBook versions = new VersionBook();

    private TextBook(Findings findings) {
        this.findings = findings;
    }

    public static TextBook read(LedgerSource source, Findings findings) {
        TextBook book = new TextBook(findings);
        Map<String, String> allKeys = new HashMap<>();
        each(source, Table.AGREEMENT, row -> {
            allKeys.put(row.text("ID"), row.text("AGREEMENT_KEY"));
            book.versions.addAgreement(row);
            if (row.number("REMOVED_AT") == 0) {
                book.keys.put(row.text("ID"), row.text("AGREEMENT_KEY"));
            }
        });
        Map<String, String> versions = new HashMap<>();
        each(source, Table.VERSION, row -> {
            versions.put(row.text("ID"), allKeys.get(row.text("AGREEMENT_ID")) + "/" + row.number("VERSION_NUMBER"));
            book.versions.add(row);
        });
        each(source, Table.TEXT, row -> {
            book.add(versions.get(row.text("VERSION_ID")) + "/" + row.text("LOCALE"), row);
            book.versions.addText(row);
        });
        return book;
    }

    private static void each(LedgerSource source, Table table, Consumer<Row> consumer) {
        try (Rows rows = source.rows(Reading.all(table))) {
            rows.forEachRemaining(consumer);
        }
    }

    private void add(String place, Row row) {
        String digest = Sha256.hex(row.bytes("CONTENT"));
        contents.computeIfAbsent(place, any -> new HashSet<>()).add(digest);
        if (!digest.equals(row.text("DIGEST"))) {
            Map<String, Row> rows = wrong.computeIfAbsent(place, any -> new HashMap<>());
            rows.put(digest, row);
            rows.put(row.text("DIGEST"), row);
        }
    }

    /** Key of an agreement that is not removed; null if there is none. */
    public String key(String agreementId) {
        return keys.get(agreementId);
    }

    public boolean hasKey(String key) {
        return keys.containsValue(key);
    }

    /** A record of a publication, which refers to texts unless it was cancelled. */
    public void add(StoredRecord publication) {
        publications.add(publication);
    }

    /** A record refers to a text. */
    public void require(String agreement, Long version, String locale, String digest, Row record) {
        String place = agreement + "/" + version + "/" + locale;
        if (digest == null || locale == null || !told.add(place + "/" + digest)) {
            return;
        }
        Row row = wrong.getOrDefault(place, Map.of()).get(digest);
        if (row != null) {
            boolean ofContent = digest.equals(Sha256.hex(row.bytes("CONTENT")));
            findings.add(Finding.of(
                    Kind.CHANGED,
                    row,
                    ofContent ? "DIGEST" : "CONTENT",
                    Saying.TEXT_OTHER_THAN_REFERRED.of(place, record.name())));
        } else if (!contents.getOrDefault(place, Set.of()).contains(digest)) {
            boolean other = contents.containsKey(place);
            findings.add(new Finding(
                    other ? Kind.CHANGED : Kind.MISSING,
                    Table.TEXT,
                    place,
                    null,
                    other ? "CONTENT" : null,
                    (other ? Saying.TEXT_REPLACED : Saying.TEXT_GONE).of(record.name(), digest)));
        }
    }

    /** Holds versions against the records of their publication, where all of these have been added. */
    public void compareVersions() {
        versions.compare(publications, findings);
    }

    /** What publications refer to, and what no record refers to. */
    public void tellTheRest() {
        publications.require(this);
        wrong.forEach((place, rows) -> {
            for (Row row : Set.copyOf(rows.values())) {
                String content = Sha256.hex(row.bytes("CONTENT"));
                if (!told.contains(place + "/" + content) && !told.contains(place + "/" + row.text("DIGEST"))) {
                    findings.add(Finding.of(Kind.CHANGED, row, null, Saying.TEXT_UNFIT.of(place)));
                }
            }
        });
    }
}
