package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that stand side by side in a log (C2SP tlog-tiles).
 *
 * @param path where it stands
 * @param entries as many as its path says
 */
public record EntryBundle(TilePath path, List<Entry> entries) {

    private static final int ENTRY_LENGTH = Short.BYTES + Entry.LENGTH;

    public EntryBundle {
        entries = List.copyOf(entries);
        if (!path.isOfEntries() || path.width() != entries.size()) {
            throw new MalformedException("%s has other than %d entries".formatted(path, entries.size()));
        }
    }

    /** Reads one of this width, or a wider one to its beginning. */
    public static EntryBundle parse(TilePath path, byte[] bytes) {
        if (bytes.length % ENTRY_LENGTH != 0
                || bytes.length < path.width() * ENTRY_LENGTH
                || bytes.length > TilePath.FULL * ENTRY_LENGTH) {
            throw new MalformedException("%s does not have %d bytes".formatted(path, bytes.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Entry> entries = new ArrayList<>();
        while (buffer.hasRemaining()) {
            if (buffer.getShort() != Entry.LENGTH) {
                throw new MalformedException("%s has an entry that has not %d bytes".formatted(path, Entry.LENGTH));
            }
            byte[] entry = new byte[Entry.LENGTH];
            buffer.get(entry);
            entries.add(Entry.of(entry));
        }
        return new EntryBundle(path, entries.subList(0, path.width()));
    }

    /** What is stored and sent. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(entries.size() * ENTRY_LENGTH);
        for (Entry entry : entries) {
            buffer.putShort((short) Entry.LENGTH);
            entry.writeTo(buffer);
        }
        return buffer.array();
    }
}
