package io.agreements.keycloak.bench.tasks;

import java.time.Duration;
import java.util.List;

/**
 * How far something had come, each time somebody looked. The first fifth is not counted where there is another look behind it:
 * tasks have to notice that there is something to do, nodes to share it, and what they run to be compiled.
 *
 * @param total how much there is to do
 * @param looks in order; the first before anything is done, the last when all is
 */
record Course(long total, List<Look> looks) {
    private static final int NOT_COUNTED = 5;
    private static final double NANOS_OF_A_MINUTE = 60e9;

    /**
     * @param at since the first one
     * @param done so far
     */
    record Look(Duration at, long done) {}

    Course {
        looks = List.copyOf(looks);
        if (looks.size() < 2 || looks.get(looks.size() - 1).done() < total) {
            throw new IllegalArgumentException("Not done: " + looks.size() + " looks at " + total);
        }
    }

    double perMinute() {
        Look begin = begin();
        return (last().done() - begin.done())
                * NANOS_OF_A_MINUTE
                / last().at().minus(begin.at()).toNanos();
    }

    /** From the first look to the last. */
    Duration time() {
        return last().at();
    }

    private Look begin() {
        return looks.stream()
                .limit(looks.size() - 1L)
                .filter(look -> look.done() * NOT_COUNTED >= total)
                .findFirst()
                .orElse(looks.get(0));
    }

    private Look last() {
        return looks.get(looks.size() - 1);
    }
}
