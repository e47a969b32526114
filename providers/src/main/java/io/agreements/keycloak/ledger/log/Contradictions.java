package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.LogAnchors.Anchor;
import io.agreements.proof.MalformedException;
import io.agreements.proof.log.Checkpoint;
import java.util.Optional;

/** Whether what is stored of a log is what was signed, and what is known to be outside. */
final class Contradictions {

    private final LogStore store;
    private final LogAnchors anchors;

    Contradictions(LogStore store, LogAnchors anchors) {
        this.store = store;
        this.anchors = anchors;
    }

    /** What contradicts the log, for people; of the tree only as much is read as each checkpoint takes. */
    Optional<String> find(LogState log, LogTree tree) {
        try {
            return log.size() == 0 ? lost(log) : inside(log, tree).or(() -> outside(log, tree));
        } catch (DamagedLogException | MalformedException e) {
            return Optional.of("What is stored of the log is damaged: " + e.getMessage());
        }
    }

    private Optional<String> lost(LogState log) {
        return log.origin() == null && store.latest(log).isEmpty()
                ? Optional.empty()
                : Optional.of("How many entries it has is lost");
    }

    private Optional<String> inside(LogState log, LogTree tree) {
        Optional<Checkpoint> latest = store.latest(log).map(StoredCheckpoint::checkpoint);
        if (latest.isEmpty()) {
            return Optional.of("Its checkpoints are missing");
        }
        if (latest.get().size() != log.size()) {
            return Optional.of(
                    "The last checkpoint has " + latest.get().size() + " entries, and the log " + log.size());
        }
        return contradicts(latest.get(), tree)
                ? Optional.of("The tiles are not those that the last checkpoint, of " + log.size()
                        + " entries, was signed for")
                : Optional.empty();
    }

    private Optional<String> outside(LogState log, LogTree tree) {
        for (Anchor anchor : anchors.of(log, store.keys(log))) {
            Optional<String> contradiction = contradiction(anchor.place(), anchor.checkpoint(), log, tree);
            if (contradiction.isPresent()) {
                return contradiction;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> contradiction(String place, Checkpoint known, LogState log, LogTree tree) {
        if (known.size() > log.size()) {
            return Optional.of(
                    place + " has a checkpoint of " + known.size() + " entries, and the log has only " + log.size());
        }
        return contradicts(known, tree)
                ? Optional.of(place + " has a checkpoint of other " + known.size() + " entries than the log")
                : Optional.empty();
    }

    private static boolean contradicts(Checkpoint known, LogTree tree) {
        return !tree.root(known.size()).equals(known.root());
    }
}
