package io.agreements.proof.ledger.check.tree;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.Tile;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.merkle.Frontier;
import io.agreements.proof.merkle.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Goes along the leaves of a log and computes all tiles anew. */
public final class TreeWalk implements AutoCloseable {

    private static final int ENTRY_BYTES = Short.BYTES + Entry.LENGTH;

    private final LedgerSource source;
    private final long size;

    /** The first of all blocks that are looked at, where that is a part of the log; null for all of it. */
    private final Long first;

    private final StrayTiles strays;
    private final Level bundles;
    private final List<Level> levels = new ArrayList<>();
    private final List<List<Hash>> edges = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();

    /** Along all of a log. */
    public TreeWalk(LedgerSource source, long size, StrayTiles strays) {
        this(source, size, null, strays);
    }

    private TreeWalk(LedgerSource source, long size, Long first, StrayTiles strays) {
        this.source = source;
        this.size = size;
        this.first = first;
        this.strays = strays;
        this.bundles = first == null
                ? new Level(source, TilePath.ENTRIES, ENTRY_BYTES, strays)
                : Level.from(first, source, TilePath.ENTRIES, ENTRY_BYTES, strays);
        level(0);
    }

    /** From one block on. What of the tiles above lies beside the part is taken as it is stored. */
    public static TreeWalk from(long block, LedgerSource source, long size, StrayTiles strays) {
        return new TreeWalk(source, size, block, strays);
    }

    private Level level(int number) {
        while (levels.size() <= number) {
            if (first == null) {
                levels.add(new Level(source, levels.size(), Hash.LENGTH, strays));
                edges.add(new ArrayList<>());
                indexes.add(0L);
            } else {
                addPart(levels.size());
            }
        }
        return levels.get(number);
    }

    /** Its first tile may begin before the part. */
    private void addPart(int number) {
        long place = number == 0 ? first * TilePath.FULL : first >>> TilePath.HEIGHT * (number - 1);
        long index = place / TilePath.FULL;
        Level level = Level.from(index, source, number, Hash.LENGTH, strays);
        levels.add(level);
        indexes.add(index);
        List<Hash> edge = new ArrayList<>();
        int before = (int) (place % TilePath.FULL);
        if (number > 0 && before > 0) {
            Hash[] stored = new Hash[before];
            level.read(index).ifPresent(bytes -> fill(stored, bytes));
            Arrays.stream(stored).map(TreeWalk::orNothing).forEach(edge::add);
        }
        edges.add(edge);
    }

    private static Hash orNothing(Hash hash) {
        return hash == null ? Hash.OF_NOTHING : hash;
    }

    /** What is stored of the entries of a block; null where there is none. */
    public Stored read(long block) {
        TilePath path = TilePath.at(TilePath.ENTRIES, block, size);
        Entry[] entries = new Entry[path.width()];
        bundles.read(block).ifPresent(bytes -> fill(entries, path, bytes));
        Hash[] leaves = new Hash[path.width()];
        levels.get(0).read(block).ifPresent(bytes -> fill(leaves, bytes));
        return new Stored(entries, leaves);
    }

    private static void fill(Entry[] entries, TilePath path, byte[] bytes) {
        try {
            List<Entry> read = EntryBundle.parse(path, bytes).entries();
            read.toArray(entries);
        } catch (MalformedException e) {
            Arrays.fill(entries, null);
        }
    }

    private static void fill(Hash[] leaves, byte[] bytes) {
        for (int number = 0; number < leaves.length && (number + 1) * Hash.LENGTH <= bytes.length; number++) {
            leaves[number] = Hash.at(bytes, number * Hash.LENGTH);
        }
    }

    /** What a block ought to be. Where an entry is lost, only its hash is known. */
    public void add(long block, Entry[] entries, Hash[] leaves) {
        if (Arrays.stream(entries).allMatch(Objects::nonNull)) {
            TilePath path = TilePath.at(TilePath.ENTRIES, block, size);
            bundles.compare(block, new EntryBundle(path, List.of(entries)).bytes());
        } else {
            bundles.require(block);
        }
        levels.get(0).compare(block, new Tile(TilePath.at(0, block, size), List.of(leaves)).bytes());
        if (leaves.length == TilePath.FULL) {
            push(1, above(List.of(leaves)));
        }
    }

    private void push(int number, Hash hash) {
        level(number);
        List<Hash> edge = edges.get(number);
        edge.add(hash);
        if (edge.size() == TilePath.FULL) {
            compare(number);
            push(number + 1, above(edge));
            edges.set(number, new ArrayList<>());
            indexes.set(number, indexes.get(number) + 1);
        }
    }

    private void compare(int number) {
        Level level = levels.get(number);
        long index = indexes.get(number);
        level.read(index);
        List<Hash> edge = edges.get(number);
        level.compare(index, new Tile(new TilePath(number, index, edge.size()), edge).bytes());
    }

    private static Hash above(List<Hash> full) {
        return Frontier.EMPTY.append(full).root();
    }

    /** The right edge, and what is beyond. */
    public void end() {
        for (int number = 1; number < levels.size(); number++) {
            if (!edges.get(number).isEmpty()) {
                if (first == null) {
                    compare(number);
                } else {
                    endPart(number);
                }
            }
        }
        if (first != null) {
            return;
        }
        bundles.end();
        levels.forEach(Level::end);
        Reading above = Reading.where(Table.TILE, Map.of("TILE_LEVEL", new Reading.Beyond(true, levels.size() - 1L)));
        Reading below = Reading.where(Table.TILE, Map.of("TILE_LEVEL", new Reading.Beyond(false, TilePath.ENTRIES)));
        for (Reading reading : List.of(above, below)) {
            try (Rows rows = source.rows(reading)) {
                rows.forEachRemaining(strays::addSurplus);
            }
        }
    }

    /** What comes behind the part in its last tile is taken as it is stored, so that the tile above is held against it. */
    private void endPart(int number) {
        long index = indexes.get(number);
        List<Hash> edge = edges.get(number);
        Hash[] stored = new Hash[TilePath.at(number, index, size).width()];
        level(number).read(index).ifPresent(bytes -> fill(stored, bytes));
        for (int place = edge.size(); place < stored.length; place++) {
            edge.add(orNothing(stored[place]));
        }
        compare(number);
        if (edge.size() == TilePath.FULL) {
            push(number + 1, above(edge));
        }
    }

    @Override
    public void close() {
        bundles.close();
        levels.forEach(Level::close);
    }

    /** What is stored of a block. */
    public record Stored(Entry[] entries, Hash[] leaves) {

        /** The entry that is in both, or that is there while the other is not. */
        public Optional<Entry> agreed(int number) {
            Entry entry = entries[number];
            Hash leaf = leaves[number];
            return entry != null && (leaf == null || entry.leaf().equals(leaf)) ? Optional.of(entry) : Optional.empty();
        }

        /** Whether either has this one. */
        public boolean has(int number, Entry entry) {
            return entry.equals(entries[number]) || entry.leaf().equals(leaves[number]);
        }
    }
}
