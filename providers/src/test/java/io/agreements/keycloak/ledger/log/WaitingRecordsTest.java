package io.agreements.keycloak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WaitingRecordsTest {

    private final WaitingRecords waiting = new WaitingRecords();

    /** Others may have left some. */
    @Test
    void aServerThatHasStartedLooksForThem() {
        assertThat(waiting.areToBeLookedFor()).isTrue();
    }

    @Test
    void whereNoneHaveComeOneRunInSixLooks() {
        waiting.areToBeLookedFor();

        assertThat(IntStream.range(0, 60).filter(run -> waiting.areToBeLookedFor()))
                .hasSize(60 / WaitingRecords.RUNS);
    }

    @Test
    void whatThisNodeHasCommittedIsLookedForByTheNextRun() {
        waiting.areToBeLookedFor();
        assertThat(waiting.areToBeLookedFor()).isFalse();
        waiting.come();

        assertThat(waiting.areToBeLookedFor()).isTrue();
        assertThat(waiting.areToBeLookedFor()).isFalse();
    }
}
