package io.agreements.proof.ledger.check.tree;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.log.TilePath;
import java.util.Arrays;
import java.util.Optional;

/** One level of the tiles of a log, or its entries, read from the left to the right and held against what they ought to be. */
final class Level implements AutoCloseable {

    private final int number;
    private final int width;
    private final StrayTiles strays;

    /** Whether more may have come to the last one since. */
    private final boolean isGrowing;

    private final Rows rows;
    private Row next;
    private Row current;

    /** @param width of a hash or an entry, in bytes */
    Level(LedgerSource source, int number, int width, StrayTiles strays) {
        this(source.rows(Reading.tiles(number)), number, width, strays, false);
    }

    private Level(Rows rows, int number, int width, StrayTiles strays, boolean isGrowing) {
        this.number = number;
        this.width = width;
        this.strays = strays;
        this.isGrowing = isGrowing;
        this.rows = rows;
        this.next = rows.hasNext() ? rows.next() : null;
    }

    /** From one on; what comes behind those that are read is not looked at. */
    static Level from(long index, LedgerSource source, int number, int width, StrayTiles strays) {
        return new Level(source.rows(Reading.tilesFrom(number, index)), number, width, strays, true);
    }

    /** Reads the one with this index, or has it again; none may be left out. */
    Optional<byte[]> read(long index) {
        if (current != null && current.number("TILE_INDEX") == index) {
            return Optional.of(current.bytes("CONTENT"));
        }
        while (next != null && next.number("TILE_INDEX") < index) {
            strays.addSurplus(next);
            advance();
        }
        current = next != null && next.number("TILE_INDEX") == index ? next : null;
        if (current != null) {
            advance();
        }
        return Optional.ofNullable(current).map(row -> row.bytes("CONTENT"));
    }

    /** What the one read last ought to be. */
    void compare(long index, byte[] expected) {
        if (current == null) {
            strays.addMissing(number, index, expected);
            return;
        }
        byte[] stored = current.bytes("CONTENT");
        int differs = Arrays.mismatch(stored, expected);
        if (differs < 0 || isGrowing && differs == expected.length && expected.length < TilePath.FULL * width) {
            return;
        }
        strays.findings()
                .add(Finding.of(
                        Kind.CHANGED,
                        current,
                        "CONTENT",
                        differs < Math.min(stored.length, expected.length)
                                ? Saying.TILE_UNFIT.of(differs / width)
                                : Saying.TILE_LENGTH.of(stored.length, expected.length)));
    }

    /** What is to be there, whatever it is. */
    void require(long index) {
        if (current == null) {
            strays.tellMissing(number, index);
        }
    }

    /** What comes after the last one. */
    void end() {
        if (isGrowing) {
            return;
        }
        while (next != null) {
            strays.addSurplus(next);
            advance();
        }
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
