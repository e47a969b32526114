package io.agreements.keycloak.account.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordedDecisionsTest {

    private static final String ONE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    private final RecordedDecisions decisions = new RecordedDecisions(List.of(
            alike(OTHER, Decision.ACCEPTED, 5, 30, 40, null),
            alike(ONE, Decision.ACCEPTED, 3, 10, 50, null),
            alike(ONE, Decision.DECLINED, 1, 5, 5, "r-1"),
            alike(null, Decision.ACCEPTED, 7, 1, 2, "r-2")));

    private static DecisionsAlike alike(
            String wording, Decision decision, long records, long first, long last, String logged) {
        return new DecisionsAlike(
                wording,
                decision,
                records,
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                Optional.ofNullable(logged));
    }

    @Test
    void eachWordingIsThereOnceWithAllDecisionsThatNameItAndOneThatIsInTheLog() {
        assertThat(decisions.wordings())
                .containsExactly(
                        new KeptWording(ONE, 4, 5, 50, Optional.of("r-1")),
                        new KeptWording(OTHER, 5, 30, 40, Optional.empty()));
    }

    @Test
    void whatIsCountedCountsThoseThatNoPageAskedForToo() {
        assertThat(decisions.counts())
                .containsExactly(
                        Map.of("decision", "ACCEPTED", "records", 15L, "first", 1L, "last", 50L),
                        Map.of("decision", "DECLINED", "records", 1L, "first", 5L, "last", 5L));
    }

    @Test
    void ofAVersionNobodyDecidedOnThereIsNothing() {
        assertThat(new RecordedDecisions(List.of()).wordings()).isEmpty();
        assertThat(new RecordedDecisions(List.of()).counts()).isEmpty();
    }
}
