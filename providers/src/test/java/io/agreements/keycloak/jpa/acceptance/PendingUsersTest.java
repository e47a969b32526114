package io.agreements.keycloak.jpa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.acceptance.PendingQuery.Shape;
import io.agreements.keycloak.jpa.acceptance.PendingQuery.User;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which way those are found who have still to decide. */
final class PendingUsersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UserFilter TERMS =
            new UserFilter("terms", DecisionStatus.PENDING, 1, Integer.MAX_VALUE, null, false);

    private final TablesInMemory tables = new TablesInMemory();
    private final StoredUsers users = new StoredUsers(tables, Realms.named("shop"), "terms");
    private final MovableClock clock = MovableClock.at(NOW);
    private final KeptNumbers kept = new KeptNumbers(clock);
    private final PendingQuery query =
            new PendingQuery(tables.entities(), (realm, visible, builder, query, user) -> List.of());
    private final FewPending few = new FewPending(query, kept);

    @AfterEach
    void close() {
        tables.close();
    }

    /** Few of very many are never looked for one by one: of a million that took 20 seconds. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 100, 100, false",
        "1000000, 0, 100, false",
        "1000000, 1000, 100, false",
        "1000000, 2000, 100, true",
        "1000000, 500000, 100, true",
        "1000000, 145000, 50000, false",
        "1000000, 1000000, 50000, true",
        "100000, 25000, 1100, true",
        "100000, 0, 100, false",
        "5000, 0, 1000, true",
        "0, 0, 100, true"
    })
    void usersAreWalkedThroughWhereManyArePending(long all, long pending, long rows, boolean walked) {
        assertThat(new PendingUsers.Crowd(all, pending).isWalkedFor(rows)).isEqualTo(walked);
    }

    @Test
    void aWalkFollowsTheIndexOfNamesAndWhatIsHeldAgainstOneAnotherAsAWholeFollowsNone() {
        List<String> walk = tables.statements(() -> list(Shape.WALK, Slice.from(0, 10)));
        List<String> whole = tables.statements(() -> list(Shape.WHOLE, Slice.from(0, 10)));

        assertThat(walk)
                .singleElement()
                .asString()
                .containsIgnoringCase("not exists")
                .doesNotContain("||");
        assertThat(whole)
                .singleElement()
                .asString()
                .containsIgnoringCase("not exists")
                .contains("||");
    }

    @Test
    void bothWaysFindTheSame() {
        for (String name : List.of("dee", "bob", "ann", "eve", "cid")) {
            users.user(name);
        }
        users.said("bob", Decision.DECLINED, 1, NOW);

        for (Shape shape : Shape.values()) {
            assertThat(list(shape, Slice.from(1, 2))).extracting(User::username).containsExactly("cid", "dee");
            assertThat(list(shape, Slice.after(named("cid"), 10)))
                    .extracting(User::username)
                    .containsExactly("dee", "eve");
        }
    }

    @Test
    void howManyThereAreIsNotCountedForEveryPage() {
        users.user("ann").user("bob").said("bob", Decision.ACCEPTED, 1, NOW);
        PendingUsers pending =
                new PendingUsers(tables.entities(), (realm, visible, builder, query, user) -> List.of(), kept);

        assertThat(tables.statements(
                        () -> assertThat(pending.list(users.realm(), TERMS, VisibleUsers.ALL, Slice.from(0, 10)))
                                .extracting(UserDecision::username)
                                .containsExactly("ann")))
                .hasSize(4);
        assertThat(tables.statements(() -> pending.list(users.realm(), TERMS, VisibleUsers.ALL, Slice.from(0, 10))))
                .hasSize(2);
    }

    @Test
    void ofTheFewThatAreKeptNobodyIsShownWhoHasDecidedMeanwhile() {
        users.user("ann").user("bob").user("cid");
        assertThat(few(Slice.from(0, 10))).containsExactly("ann", "bob", "cid");
        users.said("ann", Decision.ACCEPTED, 1, NOW);

        assertThat(few(Slice.from(0, 2))).containsExactly("bob", "cid");
        assertThat(few(Slice.after(named("ann"), 1))).containsExactly("bob");
        assertThat(few(Slice.from(3, 10))).isEmpty();
    }

    @Test
    void whoHasComeToBePendingIsFoundWhenThoseThatWereKeptAreOld() {
        users.user("bob");
        few(Slice.from(0, 10));
        users.user("ann");
        assertThat(few(Slice.from(0, 10))).containsExactly("bob");
        clock.move(KeptNumbers.KEPT);

        assertThat(few(Slice.from(0, 10))).containsExactly("ann", "bob");
    }

    @Test
    void thePageBehindSomebodyWhoIsNotAmongThoseKeptIsFoundAllTheSame() {
        users.user("ann").user("cid");
        few(Slice.from(0, 10));

        assertThat(few(Slice.after(named("bob"), 10))).containsExactly("cid");
    }

    @Test
    void aPageOfThoseKeptCostsOneStatement() {
        users.user("ann");
        few(Slice.from(0, 10));

        assertThat(tables.statements(() -> few(Slice.from(0, 10)))).hasSize(1);
    }

    private List<String> few(Slice slice) {
        return few.list(users.realm(), TERMS, VisibleUsers.ALL, slice).stream()
                .map(User::username)
                .toList();
    }

    private List<User> list(Shape shape, Slice slice) {
        return query.list(users.realm(), TERMS, VisibleUsers.ALL, slice, shape);
    }

    private static UserDecision named(String name) {
        return new UserDecision(null, name, null, null, null, null);
    }
}
