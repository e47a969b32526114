package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.CollisionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CollisionsTest {

    static Stream<Exception> refusedBecauseOfAnother() {
        return Stream.of(
                new OptimisticLockException(),
                new PessimisticLockException(),
                new StaleStateException("batch update returned unexpected row count"),
                new SQLTimeoutException("lock wait"),
                new BatchUpdateException("H2: timeout trying to lock table", "HYT00", 50200, new int[0]),
                new SQLException("could not serialize access", "40001"),
                new SQLException("PostgreSQL: deadlock detected", "40P01"),
                new LockAcquisitionException("by Hibernate's word", new SQLException()),
                new SQLException("MariaDB: lock wait timeout exceeded", "HY000", 1205),
                new SQLException("MariaDB: record has changed since last read", "HY000", 1020));
    }

    static Stream<Exception> refusedForOtherReasons() {
        return Stream.of(
                new IllegalArgumentException(),
                new SQLException(),
                new SQLException("duplicate key", "23505"),
                new SQLException("value too long", "22001"));
    }

    @ParameterizedTest
    @MethodSource("refusedBecauseOfAnother")
    void itIsFoundHoweverDeepItLies(Exception refusal) {
        assertThat(Collisions.isOne(refusal)).isTrue();
        assertThat(Collisions.isOne(new RuntimeException(new RuntimeException(refusal))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("refusedForOtherReasons")
    void whateverElseIsWrongIsNone(Exception refusal) {
        assertThat(Collisions.isOne(new RuntimeException(refusal))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusedBecauseOfAnother")
    void workThatIsRefusedBecauseOfAnotherSaysSo(Exception refusal) {
        assertThatThrownBy(() -> Collisions.telling(() -> {
                    throw new RuntimeException(refusal);
                }))
                .isInstanceOf(CollisionException.class)
                .extracting(collision -> collision.getCause().getCause())
                .isSameAs(refusal);
    }

    @ParameterizedTest
    @MethodSource("refusedForOtherReasons")
    void whateverElseIsWrongStaysWhatItIs(Exception refusal) {
        RuntimeException failure = new RuntimeException(refusal);
        assertThatThrownBy(() -> Collisions.telling(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
