package io.agreements.proof.ledger.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what was found. All are counted and told, and the first ones kept. */
public final class Findings {

    private static final int MOST_KEPT = 1000;
    private static final int MOST_NOTES = 20;

    private final Consumer<Finding> listener;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private final Map<String, Integer> notes = new HashMap<>();

    /** @param listener is told of each at once */
    public Findings(Consumer<Finding> listener) {
        this.listener = listener;
    }

    public void add(Finding finding) {
        long count = counts.merge(finding.kind(), 1L, Long::sum);
        if (!finding.kind().isTampering() && count > MOST_NOTES) {
            return;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(finding);
        }
        listener.accept(finding);
    }

    /** Something to be said once, however often it occurs. */
    public void addOnce(Finding finding) {
        if (notes.merge(finding.kind() + finding.words(), 1, Integer::sum) == 1) {
            add(finding);
        }
    }

    /** The first ones. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** How many there were of each kind. */
    public Map<Finding.Kind, Long> counts() {
        return Map.copyOf(counts);
    }

    /** How many say that something was changed. */
    public long wrong() {
        return counts.entrySet().stream()
                .filter(one -> one.getKey().isTampering())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
