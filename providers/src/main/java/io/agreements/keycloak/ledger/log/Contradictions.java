package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.LogAnchors.Anchor;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.Checkpoint;
import java.util.Optional;

/** Whether what is stored of a log is what was signed, and what is known to be outside. */
final class Contradictions {

    private final LogStore store;
    private final LogTrust trust;
    private final LogAnchors anchors;

    Contradictions(LogStore store, LogTrust trust, LogAnchors anchors) {
        this.store = store;
        this.trust = trust;
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
        Optional<StoredCheckpoint> latest = store.latest(log);
        if (latest.isEmpty()) {
            return Optional.of("Its checkpoints are missing");
        }
        if (latest.get().size() != log.size()) {
            return Optional.of(
                    "The last checkpoint has " + latest.get().size() + " entries, and the log " + log.size());
        }
        return unsigned(log, latest.get())
                .or(() -> stranger(log))
                .or(() -> otherTree(log, latest.get().checkpoint(), tree));
    }

    /** Without that whoever writes to the database has the realm itself sign over what was put there. */
    private Optional<String> unsigned(LogState log, StoredCheckpoint latest) {
        try {
            trust.verify(log, latest);
            return Optional.empty();
        } catch (UnverifiedException e) {
            return Optional.of("The last checkpoint, of " + log.size() + " entries, is not signed by the realm: "
                    + e.getMessage());
        }
    }

    private Optional<String> stranger(LogState log) {
        return trust.stranger(log).map(key -> "Among its keys is one that the realm never had: " + key);
    }

    private static Optional<String> otherTree(LogState log, Checkpoint latest, LogTree tree) {
        return contradicts(latest, tree)
                ? Optional.of("The tiles are not those that the last checkpoint, of " + log.size()
                        + " entries, was signed for")
                : Optional.empty();
    }

    private Optional<String> outside(LogState log, LogTree tree) {
        for (Anchor anchor : anchors.of(log, trust.keys(log))) {
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
