package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.fixture.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

final class AfterCompletionTest {

    private final Transaction transaction = new Transaction();
    private final KeycloakSession session = transaction.session();
    private final List<String> done = new ArrayList<>();

    @Test
    void stepsHaveTheirTurnInOrderAfterTheCommit() {
        AfterCompletion.onCommit(session, () -> done.add("first"));
        AfterCompletion.run(session, () -> done.add("second"), () -> done.add("undone"));
        assertThat(done).isEmpty();

        transaction.commit();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void afterARollbackOnlyWhatIsForIt() {
        AfterCompletion.onCommit(session, () -> done.add("first"));
        AfterCompletion.run(session, () -> done.add("second"), () -> done.add("undone"));

        transaction.rollback();
        assertThat(done).containsExactly("undone");
    }

    @Test
    void whoeverExpectsThemMayLeaveThemDuringTheCommit() {
        duringTheCommit(() -> AfterCompletion.onCommit(session, () -> done.add("late")));
        AfterCompletion.expect(session);

        transaction.commit();
        assertThat(done).containsExactly("late");
    }

    @Test
    void withoutThatKeycloakTakesNothingIn() {
        duringTheCommit(() -> AfterCompletion.onCommit(session, () -> done.add("late")));

        assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneThatFailsDoesNotKeepOthersFromTheirTurn() {
        AfterCompletion.onCommit(session, () -> {
            throw new IllegalArgumentException("first");
        });
        AfterCompletion.onCommit(session, () -> done.add("second"));
        AfterCompletion.onCommit(session, () -> {
            throw new IllegalArgumentException("third");
        });

        assertThatThrownBy(transaction::commit)
                .hasMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly("second");
    }

    private void duringTheCommit(Runnable step) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                step.run();
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
