package io.agreements.proof.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Where a level of a log is extended.
 *
 * @param level of tiles, or that of entry bundles
 * @param before how many the level has so far
 * @param source has the last one, where that is not full
 * @param <T> what the level consists of
 */
record Edge<T>(int level, long before, TileSource source) {

    /** The last one with more, and those after it. */
    <R> List<R> extend(
            List<T> more, BiFunction<TilePath, byte[], List<T>> reader, BiFunction<TilePath, List<T>, R> maker) {
        long index = before / TilePath.FULL;
        int width = (int) (before % TilePath.FULL);
        List<T> all = new ArrayList<>();
        if (width > 0 && !more.isEmpty()) {
            TilePath last = new TilePath(level, index, width);
            all.addAll(reader.apply(last, source.read(List.of(last)).get(0)));
        }
        all.addAll(more);
        List<R> made = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TilePath.FULL) {
            List<T> part = all.subList(from, Math.min(from + TilePath.FULL, all.size()));
            made.add(maker.apply(new TilePath(level, index, part.size()), List.copyOf(part)));
            index++;
        }
        return made;
    }
}
