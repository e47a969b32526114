package io.agreements.keycloak.account.receipt;

import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The decisions on one version that are on record. */
record RecordedDecisions(List<DecisionsAlike> decisions) {

    /** By digest. */
    List<KeptWording> wordings() {
        Map<String, KeptWording> wordings = new TreeMap<>();
        for (DecisionsAlike alike : decisions) {
            if (alike.wordingDigest() != null) {
                wordings.merge(alike.wordingDigest(), wording(alike), RecordedDecisions::both);
            }
        }
        return List.copyOf(wordings.values());
    }

    private static KeptWording wording(DecisionsAlike alike) {
        return new KeptWording(
                alike.wordingDigest(),
                alike.records(),
                alike.first().toEpochMilli(),
                alike.last().toEpochMilli(),
                alike.logged());
    }

    private static KeptWording both(KeptWording one, KeptWording other) {
        return new KeptWording(
                one.digest(),
                one.decisions() + other.decisions(),
                Math.min(one.first(), other.first()),
                Math.max(one.last(), other.last()),
                Stream.of(one.record(), other.record())
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** How many there are of each kind, and of what time; also of those that no page asked for. */
    List<Map<String, Object>> counts() {
        List<Map<String, Object>> counts = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            List<DecisionsAlike> same = decisions.stream()
                    .filter(alike -> alike.decision() == decision)
                    .toList();
            if (!same.isEmpty()) {
                counts.add(Map.of(
                        "decision", decision.name(),
                        "records",
                                same.stream().mapToLong(DecisionsAlike::records).sum(),
                        "first", millis(same.stream().map(DecisionsAlike::first).min(Instant::compareTo)),
                        "last", millis(same.stream().map(DecisionsAlike::last).max(Instant::compareTo))));
            }
        }
        return counts;
    }

    private static long millis(Optional<Instant> moment) {
        return moment.orElseThrow().toEpochMilli();
    }
}
