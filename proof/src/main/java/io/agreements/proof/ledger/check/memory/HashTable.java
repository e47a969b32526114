package io.agreements.proof.ledger.check.memory;

import io.agreements.proof.canonical.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** What is to be remembered of very many things, in little room: numbers by eight bytes of the hash of a name. */
public final class HashTable {

    private static final int SMALLEST = 1024;

    /** Another one each time, so that nobody finds two names beforehand that have the same hash. */
    private static final byte[] KEY = new byte[16];

    static {
        new SecureRandom().nextBytes(KEY);
    }

    private final int width;
    private long[] keys = new long[SMALLEST];
    private long[] values;
    private int size;

    /** @param width how many numbers there are for each name */
    public HashTable(int width) {
        this.width = width;
        this.values = new long[SMALLEST * width];
    }

    /** Never 0; the same only as long as the program runs. */
    public static long hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] keyed = Arrays.copyOf(KEY, KEY.length + bytes.length);
        System.arraycopy(bytes, 0, keyed, KEY.length, bytes.length);
        long hash = ByteBuffer.wrap(Sha256.of(keyed)).getLong();
        return hash == 0 ? 1 : hash;
    }

    /** Where the name's numbers are; less than 0 if it has none. */
    public int find(long hash) {
        int place = place(keys, hash);
        return keys[place] == 0 ? -1 : place;
    }

    /** Where the name's numbers are, all 0 if it is new. */
    public int findOrAdd(long hash) {
        int place = place(keys, hash);
        if (keys[place] != 0) {
            return place;
        }
        if (++size * 3L > keys.length * 2L) {
            grow();
            place = place(keys, hash);
        }
        keys[place] = hash;
        return place;
    }

    public long get(int place, int number) {
        return values[place * width + number];
    }

    public void set(int place, int number, long value) {
        values[place * width + number] = value;
    }

    public int size() {
        return size;
    }

    /** Places there are; some are empty. */
    public int places() {
        return keys.length;
    }

    public boolean isTaken(int place) {
        return keys[place] != 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldValues.length * 2];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int place = place(keys, oldKeys[old]);
                keys[place] = oldKeys[old];
                System.arraycopy(oldValues, old * width, values, place * width, width);
            }
        }
    }

    private static int place(long[] keys, long hash) {
        int place = (int) (hash & (keys.length - 1));
        while (keys[place] != 0 && keys[place] != hash) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }
}
