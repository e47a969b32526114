package io.agreements.keycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.fixture.Transaction;
import io.agreements.keycloak.fixture.Users;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

final class DecisionsAheadTest {

    private final Transaction transaction = new Transaction();
    private final KeycloakSession session = transaction.session();
    private final List<String> writtenFor = new ArrayList<>();
    private UserModel newUser;

    @Test
    void theyAreWrittenAtOnceForAUserWhoIsThere() {
        newUser = Users.named("new");
        decide();

        assertThat(writtenFor).containsExactly("id-of-new");
        transaction.commit();
        assertThat(writtenFor).containsExactly("id-of-new");
        assertThat(transaction.isRollbackOnly()).isFalse();
    }

    @Test
    void theyWaitForTheUserAndAreWrittenBeforeTheCommit() {
        decide();
        assertThat(writtenFor).isEmpty();
        newUser = Users.named("new");

        transaction.commit();
        assertThat(writtenFor).containsExactly("id-of-new");
    }

    @Test
    void theyAreWrittenBeforeThatUsersStandingsAreRead() {
        decide();
        DecisionsAhead.writeFor(session, Users.named("other"));
        newUser = Users.named("new");
        DecisionsAhead.writeFor(session, Users.named("other"));
        assertThat(writtenFor).isEmpty();

        DecisionsAhead.writeFor(session, Users.named("new"));
        DecisionsAhead.writeFor(session, Users.named("new"));
        transaction.commit();
        assertThat(writtenFor).containsExactly("id-of-new");
    }

    @Test
    void whatIsWrittenBeforeTheCommitMayLeaveSomethingForAfterIt() {
        DecisionsAhead.write(
                session,
                () -> newUser,
                user -> AfterCompletion.onCommit(session, () -> writtenFor.add("after " + user.getId())));
        newUser = Users.named("new");

        transaction.commit();
        assertThat(writtenFor).containsExactly("after id-of-new");
    }

    @Test
    void nothingIsCommittedIfNobodyMadeAUser() {
        decide();

        assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
        assertThat(transaction.isRollbackOnly()).isTrue();
    }

    @Test
    void nothingIsCommittedIfTheyCannotBeWritten() {
        DecisionsAhead.write(session, () -> newUser, user -> {
            throw new IllegalArgumentException(user.getId());
        });
        newUser = Users.named("new");

        assertThatThrownBy(() -> DecisionsAhead.writeFor(session, newUser)).hasMessage("id-of-new");
        assertThat(transaction.isRollbackOnly()).isTrue();
    }

    private void decide() {
        DecisionsAhead.write(session, () -> newUser, user -> writtenFor.add(user.getId()));
    }
}
