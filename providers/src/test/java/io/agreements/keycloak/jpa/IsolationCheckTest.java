package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IsolationCheckTest {

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void whereTransactionsSeeOnlyWhatWasCommittedBeforeThemThatIsSaid(int isolation) {
        assertThat(IsolationCheck.hidesWhatIsCommitted(isolation)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_READ_UNCOMMITTED})
    void whereTheySeeWhatIsCommittedNothingIsSaid(int isolation) {
        assertThat(IsolationCheck.hidesWhatIsCommitted(isolation)).isFalse();
    }
}
