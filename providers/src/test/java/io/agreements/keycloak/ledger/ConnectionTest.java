package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConnectionTest {

    private final Connection connection = new Connection("203.0.113.77", "Firefox");

    @Test
    void itOpensItsOwnCommitmentOnly() {
        Commitment commitment = connection.commit().orElseThrow();

        assertThat(connection.opens(commitment)).isTrue();
        assertThat(new Connection("203.0.113.78", "Firefox").opens(commitment)).isFalse();
        assertThat(new Connection("203.0.113.77", null).opens(commitment)).isFalse();
        assertThat(new Connection("Firefox", "203.0.113.77").opens(commitment)).isFalse();
    }

    @Test
    void whereNothingWasRecordedThereIsNothingToCommitTo() {
        assertThat(Connection.NONE.commit()).isEmpty();
        assertThat(new Connection("203.0.113.77", null).commit()).isPresent();
        assertThat(new Connection(null, "Firefox").commit()).isPresent();
    }
}
