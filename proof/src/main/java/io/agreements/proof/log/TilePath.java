package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a tile or an entry bundle stands (C2SP tlog-tiles).
 *
 * @param level from 0 on; {@link #ENTRIES} for a bundle of entries
 * @param index from 0 on, within its level
 * @param width how many hashes or entries it has: {@link #FULL}, or fewer at the right edge of a log
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** How many hashes or entries there are in one that will not change any more. */
    public static final int FULL = 1 << TilePath.HEIGHT;

    /** How many levels of a tree a tile spans. */
    public static final int HEIGHT = 8;

    private static final int HIGHEST_LEVEL = 63;
    private static final int LONGEST = 64;
    private static final String ROOT = "tile/";
    private static final String PARTIAL = ".p/";

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new MalformedException("There is no tile %d of width %d on level %d".formatted(index, width, level));
        }
    }

    /** Reads what {@link #toString()} wrote, from {@code tile/} on. */
    public static TilePath parse(String path) {
        if (!path.startsWith(ROOT) || path.length() > LONGEST) {
            throw new MalformedException(
                    "The path of a tile begins with %s and has at most %d characters".formatted(ROOT, LONGEST));
        }
        String[] parts = path.substring(ROOT.length()).split("/", 2);
        if (parts.length < 2) {
            throw new MalformedException("The path of a tile has a level and an index");
        }
        int partial = parts[1].lastIndexOf(PARTIAL);
        TilePath parsed = new TilePath(
                parts[0].equals("entries") ? ENTRIES : small(parts[0], "The level of a tile"),
                index(partial < 0 ? parts[1] : parts[1].substring(0, partial)),
                partial < 0 ? FULL : small(parts[1].substring(partial + PARTIAL.length()), "The width of a tile"));
        if (!parsed.toString().equals(path)) {
            throw new MalformedException("The path of that tile is " + parsed);
        }
        return parsed;
    }

    private static int small(String number, String what) {
        return (int) Math.min(Strictly.number(number, what), Integer.MAX_VALUE);
    }

    private static long index(String elements) {
        String digits = elements.replace("x", "").replace("/", "").replaceFirst("^0+(?=.)", "");
        return Strictly.number(digits, "The index of a tile");
    }

    /** The one with this index as wide as it is in a log of this size. */
    public static TilePath at(int level, long index, long size) {
        long count = count(level, size);
        long width = index > count / FULL ? 0 : Math.min(FULL, count - index * FULL);
        return new TilePath(level, index, (int) width);
    }

    /** How many hashes or entries there are on a level in a log of this size. */
    static long count(int level, long size) {
        int shift = HEIGHT * Math.max(0, level);
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }

    /** Whether it is one of entries rather than of hashes. */
    public boolean isOfEntries() {
        return level == ENTRIES;
    }

    /** Whether it will never change. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The path, without a slash before it. */
    @Override
    public String toString() {
        Deque<String> elements = new ArrayDeque<>();
        long rest = index;
        do {
            elements.addFirst("%s%03d".formatted(elements.isEmpty() ? "" : "x", rest % 1000));
            rest /= 1000;
        } while (rest > 0);
        return ROOT
                + (isOfEntries() ? "entries" : level)
                + "/"
                + String.join("/", elements)
                + (isFull() ? "" : PARTIAL + width);
    }
}
