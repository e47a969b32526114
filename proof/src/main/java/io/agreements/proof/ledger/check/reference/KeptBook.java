package io.agreements.proof.ledger.check.reference;

import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Wordings or settings, which are found by the digest of what they say. */
public final class KeptBook {

    private final Table table;
    private final Findings findings;
    private final Set<String> right = new HashSet<>();

    /** Rows whose digest is not that of their content, by both. */
    private final Map<String, Row> wrong = new HashMap<>();

    private final Set<String> told = new HashSet<>();

    private KeptBook(Table table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    public static KeptBook read(Table table, LedgerSource source, Findings findings) {
        KeptBook book = new KeptBook(table, findings);
        try (Rows rows = source.rows(Reading.all(table))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String digest = Sha256.hex(row.bytes("CONTENT"));
                if (digest.equals(row.hex("DIGEST"))) {
                    book.right.add(digest);
                } else {
                    book.wrong.put(digest, row);
                    book.wrong.put(row.hex("DIGEST"), row);
                }
            }
        }
        return book;
    }

    /** A record refers to it. */
    public void require(String digest, Row record) {
        if (digest == null || right.contains(digest) || !told.add(digest)) {
            return;
        }
        Row row = wrong.get(digest);
        if (row == null) {
            findings.add(new Finding(Kind.MISSING, table, digest, null, null, Saying.REFERRED_GONE.of(record.name())));
        } else {
            boolean byDigest = digest.equals(row.hex("DIGEST"));
            told.add(row.hex("DIGEST"));
            findings.add(Finding.of(
                    Kind.CHANGED,
                    row,
                    byDigest ? "CONTENT" : "DIGEST",
                    Saying.REFERRED_UNFIT.of(record.name(), digest)));
        }
    }

    /** What no record refers to may be of another realm, and is wrong all the same. */
    public void tellTheRest() {
        for (Row row : Set.copyOf(wrong.values())) {
            String content = Sha256.hex(row.bytes("CONTENT"));
            if (!told.contains(row.hex("DIGEST")) && !told.contains(content)) {
                findings.add(Finding.of(Kind.CHANGED, row, null, Saying.DIGEST_UNFIT.of()));
            }
        }
    }
}
