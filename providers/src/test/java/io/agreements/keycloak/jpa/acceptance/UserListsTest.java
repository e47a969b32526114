package io.agreements.keycloak.jpa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.ledger.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which users are listed, in which order, and what is read for it. */
final class UserListsTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final String TERMS = "terms";

    private final TablesInMemory tables = new TablesInMemory();
    private final StoredUsers users = new StoredUsers(tables, Realms.named("shop"), TERMS);
    private UserPermissions permitted = (realm, visible, builder, query, user) -> List.of();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whoDecidedIsListedTheLatestFirst() {
        users.user("ann").said("ann", Decision.ACCEPTED, 2, THEN);
        users.user("bob").said("bob", Decision.ACCEPTED, 2, THEN.plusSeconds(1));
        users.user("cid").said("cid", Decision.DECLINED, 2, THEN);
        users.user("dee").said("dee", Decision.ACCEPTED, 1, THEN);

        assertThat(list(DecisionStatus.ACCEPTED, Slice.from(0, 10)))
                .containsExactly(
                        new UserDecision("id-of-bob", "bob", 2, Decision.ACCEPTED, "en", THEN.plusSeconds(1)),
                        new UserDecision("id-of-ann", "ann", 2, Decision.ACCEPTED, "en", THEN));
    }

    @Test
    void aListGoesOnBehindARowWhoseUserIsNoLongerOnIt() {
        for (String name : List.of("ann", "bob", "cid", "dee")) {
            users.user(name).said(name, Decision.ACCEPTED, 2, THEN);
        }
        users.user("eve").said("eve", Decision.ACCEPTED, 2, THEN.minusSeconds(1));
        UserDecision gone = new UserDecision("id-of-cat", null, null, null, null, THEN);

        assertThat(list(DecisionStatus.ACCEPTED, Slice.after(gone, 2)))
                .extracting(UserDecision::username)
                .containsExactly("bob", "ann");
        assertThat(list(DecisionStatus.ACCEPTED, Slice.after(gone, 10)))
                .extracting(UserDecision::username)
                .containsExactly("bob", "ann", "eve");
    }

    @Test
    void whoHasStillToDecideIsListedByNameWithTheEarlierDecision() {
        users.user("bob").said("bob", Decision.ACCEPTED, 1, THEN);
        users.user("ann").user("cid").said("cid", Decision.ACCEPTED, 2, THEN);
        users.user("dee").serviceAccount("robot").userOfAnotherRealm("stranger");

        assertThat(list(DecisionStatus.PENDING, Slice.from(0, 10)))
                .containsExactly(
                        new UserDecision("id-of-ann", "ann", null, null, null, null),
                        new UserDecision("id-of-bob", "bob", 1, Decision.ACCEPTED, "en", THEN),
                        new UserDecision("id-of-dee", "dee", null, null, null, null));
        assertThat(list(DecisionStatus.PENDING, Slice.after(new UserDecision(null, "bib", null, null, null, null), 10)))
                .extracting(UserDecision::username)
                .containsExactly("bob", "dee");
    }

    @Test
    void anAcceptanceThatHasLapsedIsPendingAndARefusalDoesNotLapse() {
        users.user("ann").said("ann", Decision.ACCEPTED, 2, THEN);
        users.user("bob").said("bob", Decision.ACCEPTED, 2, THEN.plusMillis(1));
        users.user("cid").said("cid", Decision.DECLINED, 2, THEN);

        assertThat(list(lapsed(DecisionStatus.ACCEPTED), Slice.from(0, 10)))
                .extracting(UserDecision::username)
                .containsExactly("bob");
        assertThat(list(lapsed(DecisionStatus.DECLINED), Slice.from(0, 10)))
                .extracting(UserDecision::username)
                .containsExactly("cid");
        assertThat(list(lapsed(DecisionStatus.PENDING), Slice.from(0, 10)))
                .extracting(UserDecision::username)
                .containsExactly("ann");
    }

    @Test
    void whoMayNotBeSeenIsOnNoPage() {
        for (String name : List.of("ann", "bob")) {
            users.user(name).said(name, Decision.ACCEPTED, 2, THEN);
        }
        users.user("cid").user("dee").said("gone", Decision.ACCEPTED, 2, THEN);
        permitted = (realm, visible, builder, query, user) -> List.of(builder.lessThan(user.get("username"), "cid"));

        assertThat(list(DecisionStatus.ACCEPTED, Slice.from(0, 10)))
                .extracting(UserDecision::username)
                .containsExactly("bob", "ann");
        assertThat(list(DecisionStatus.PENDING, Slice.from(0, 10))).isEmpty();
    }

    /** What a database reads of each user, once for each user that it passes over or not, is what made a page slow. */
    @Test
    void aPageIsChosenBeforeNamesAreReadAndByNoOtherTable() {
        for (int i = 0; i < 30; i++) {
            users.user("user-" + i).said("user-" + i, Decision.ACCEPTED, 2, THEN.plusSeconds(i));
        }

        List<String> page = tables.statements(() -> list(whole(DecisionStatus.ACCEPTED), Slice.from(0, 5)));
        List<String> longer = tables.statements(() -> list(whole(DecisionStatus.ACCEPTED), Slice.from(0, 25)));

        assertThat(page).hasSize(2).hasSameSizeAs(longer);
        assertThat(page.get(0).toLowerCase(Locale.ROOT))
                .contains("from agr_standing")
                .doesNotContain("user_entity", "agr_record", " join ");
        assertThat(page.get(1).toLowerCase(Locale.ROOT)).contains("from user_entity", " in (");
    }

    @Test
    void manyRowsAreReadBySomeStatementsAndNotOneForEach() {
        for (int i = 0; i < 1_100; i++) {
            users.said("user-" + i, Decision.ACCEPTED, 2, THEN.plusSeconds(i));
        }

        List<String> statements =
                tables.statements(() -> assertThat(list(whole(DecisionStatus.ACCEPTED), Slice.from(0, 5_000)))
                        .hasSize(1_100));

        assertThat(statements).hasSize(1 + 5 + 5);
    }

    @Test
    void whoIsNoUserOfKeycloaksTableHasNoNameUnlessItIsOnRecord() {
        users.said("f:store:fay", Decision.ACCEPTED, 2, THEN);

        assertThat(list(DecisionStatus.ACCEPTED, Slice.from(0, 10)))
                .extracting(UserDecision::username)
                .containsExactly((String) null);
    }

    private List<UserDecision> list(DecisionStatus status, Slice slice) {
        return list(new UserFilter(TERMS, status, 2, Integer.MAX_VALUE, null, true), slice);
    }

    private List<UserDecision> list(UserFilter filter, Slice slice) {
        return new UserLists(tables.entities(), permitted, new KeptNumbers(Clock.systemUTC()))
                .list(users.realm(), filter, VisibleUsers.ALL, slice);
    }

    private static UserFilter whole(DecisionStatus status) {
        return new UserFilter(TERMS, status, 2, Integer.MAX_VALUE, null, false);
    }

    private static UserFilter lapsed(DecisionStatus status) {
        return new UserFilter(TERMS, status, 2, Integer.MAX_VALUE, THEN, true);
    }
}
