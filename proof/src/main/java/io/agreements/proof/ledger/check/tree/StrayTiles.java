package io.agreements.proof.ledger.check.tree;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tiles that are not where they ought to be. */
public final class StrayTiles {

    private static final int MOST = 1000;

    private final Findings findings;
    private final List<Missing> missing = new ArrayList<>();
    private final List<Row> surplus = new ArrayList<>();

    public StrayTiles(Findings findings) {
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    void addMissing(int level, long index, byte[] expected) {
        if (missing.size() < MOST) {
            missing.add(new Missing(level, index, expected));
        } else {
            tellMissing(level, index);
        }
    }

    void addSurplus(Row row) {
        if (surplus.size() < MOST) {
            surplus.add(row);
        } else {
            tellSurplus(row);
        }
    }

    /** Brings together what belongs together, and tells of all. */
    public void resolve(LedgerSource source) {
        missing.forEach(one -> resolve(one, source));
        surplus.forEach(this::tellSurplus);
    }

    private void resolve(Missing one, LedgerSource source) {
        for (Row row : surplus) {
            if (Arrays.equals(row.bytes("CONTENT"), one.expected)) {
                surplus.remove(row);
                if (row.number("TILE_LEVEL") != one.level) {
                    findings.add(Finding.of(Kind.CHANGED, row, "TILE_LEVEL", Saying.TILE_PLACE.of(one.level)));
                }
                if (row.number("TILE_INDEX") != one.index) {
                    findings.add(Finding.of(Kind.CHANGED, row, "TILE_INDEX", Saying.TILE_PLACE.of(one.index)));
                }
                return;
            }
        }
        for (Row row : source.elsewhere(Table.TILE, Map.of("TILE_LEVEL", (long) one.level, "TILE_INDEX", one.index))) {
            if (Arrays.equals(row.bytes("CONTENT"), one.expected)) {
                findings.add(Finding.of(
                        Kind.CHANGED,
                        row,
                        "REALM_ID",
                        Saying.REALM_CHANGED.of(row.text("REALM_ID"), source.realmId())));
                return;
            }
        }
        tellMissing(one.level, one.index);
    }

    void tellMissing(int level, long index) {
        findings.add(new Finding(Kind.MISSING, Table.TILE, level + "/" + index, null, null, Saying.TILE_GONE.of()));
    }

    private void tellSurplus(Row row) {
        findings.add(Finding.of(Kind.SURPLUS, row, null, Saying.TILE_SURPLUS.of()));
    }

    private record Missing(int level, long index, byte[] expected) {}
}
