package io.agreements.proof.ledger.check.stored;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.log.TileSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tiles as they are stored, the last ones kept in mind. */
public final class StoredTiles implements TileSource {

    private static final int MOST = 64;

    private final LedgerSource source;
    private final Map<List<Long>, byte[]> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, byte[]> eldest) {
            return size() > MOST;
        }
    };

    public StoredTiles(LedgerSource source) {
        this.source = source;
    }

    /** @throws MalformedException if one is not there */
    @Override
    public List<byte[]> read(List<TilePath> paths) {
        List<byte[]> read = new ArrayList<>();
        for (TilePath path : paths) {
            List<Long> place = List.of((long) path.level(), path.index(), (long) path.width());
            byte[] bytes = known.get(place);
            if (bytes == null) {
                bytes = find(path);
                known.put(place, bytes);
            }
            read.add(bytes);
        }
        return read;
    }

    private byte[] find(TilePath path) {
        List<Row> rows = source.find(Reading.tile(path.level(), path.index()), 1);
        if (rows.isEmpty()) {
            throw new MalformedException(path + " is not there");
        }
        return rows.get(0).bytes("CONTENT");
    }
}
