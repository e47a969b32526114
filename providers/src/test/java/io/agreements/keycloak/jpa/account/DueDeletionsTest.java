package io.agreements.keycloak.jpa.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider.Due;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.task.Shards;
import io.agreements.keycloak.task.Slots;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class DueDeletionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Slots ALL = new Slots(0, Slots.NUMBER - 1);

    private final TablesInMemory tables = new TablesInMemory();
    private final DeletionRequestProvider requests = new JpaDeletionRequestProvider(null, tables.entities());

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theShardsTogetherHaveEveryRequestThatIsDueOnce() {
        List<String> due = store(200, NOW);
        store(50, NOW.plusMillis(1));
        Shards shards = new Shards(16);
        List<String> found = new ArrayList<>();
        for (String part : shards.parts()) {
            found.addAll(pages(shards.slots(part), 7));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void pagesOfOneSlotFollowOneAnotherByTheTimeTheyAreDue() {
        List<DeletionRequestEntity> rows = IntStream.range(0, 25)
                .mapToObj(user -> row("user-" + (25 - user), NOW.minusMillis(user / 5)))
                .toList();
        rows.forEach(row -> row.userSlot = 5);
        tables.store(rows.toArray());

        assertThat(pages(new Slots(5, 5), 4))
                .hasSize(25)
                .isSortedAccordingTo((one, other) -> dueAt(rows, one).compareTo(dueAt(rows, other)));
    }

    /** Whoever stores a request by hand may say another slot: it is found all the same. */
    @Test
    void aRequestIsLookedForWhereItIsStored() {
        DeletionRequestEntity row = row("somebody", NOW);
        row.userSlot = (Slots.of("somebody") + 1) % Slots.NUMBER;
        tables.store(row);
        Shards shards = new Shards(128);

        List<Due> first = requests.firstDue(NOW, 10);
        assertThat(first).extracting(Due::slot).containsExactly(row.userSlot);
        String part = shards.partsOf(List.of(first.get(0).slot())).get(0);
        assertThat(requests.due(NOW, shards.slots(part), null, 10)).isEqualTo(first);
    }

    @Test
    void whatIsHeldIsNotDue() {
        DeletionRequestEntity row = row("somebody", NOW);
        row.heldAt = 1L;
        tables.store(row);

        assertThat(requests.firstDue(NOW, 10)).isEmpty();
        assertThat(requests.due(NOW, ALL, null, 10)).isEmpty();
    }

    @Test
    void ofRequestsTakenTogetherThoseAreTakenThatAreStillDueAndNotHeldByTwoStatements() {
        DeletionRequestEntity held = row("held", NOW);
        held.heldAt = 1L;
        tables.store(row("ann", NOW), row("li", NOW), row("later", NOW.plusMillis(1)), row("other", NOW), held);
        List<String> asked = List.of("li", "held", "later", "cancelled", "ann");

        assertThat(tables.statements(() -> assertThat(take(asked)).containsExactly("ann", "li")))
                .hasSize(2);
        assertThat(take(asked)).isEmpty();
        assertThat(tables.entities()
                        .createQuery("select d.userId from DeletionRequestEntity d", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder("held", "later", "other");
    }

    private List<String> take(List<String> userIds) {
        RealmModel realm = (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> "realm");
        tables.entities().getTransaction().begin();
        try {
            return requests.take(realm, userIds, NOW);
        } finally {
            tables.entities().getTransaction().commit();
        }
    }

    private List<String> pages(Slots slots, int size) {
        List<String> found = new ArrayList<>();
        List<Due> page = requests.due(NOW, slots, null, size);
        while (!page.isEmpty()) {
            page.forEach(due -> found.add(due.userId()));
            page = requests.due(NOW, slots, page.get(page.size() - 1), size);
        }
        return found;
    }

    private List<String> store(int number, Instant dueAt) {
        List<String> users = IntStream.range(0, number)
                .mapToObj(user -> dueAt.toEpochMilli() + "-" + user)
                .toList();
        tables.store(users.stream().map(user -> row(user, dueAt)).toArray());
        return users;
    }

    private static DeletionRequestEntity row(String userId, Instant dueAt) {
        return DeletionRequestEntity.of(new DeletionRequest("realm", userId, Instant.EPOCH, dueAt, null));
    }

    private static Long dueAt(List<DeletionRequestEntity> rows, String userId) {
        return rows.stream()
                .filter(row -> row.userId.equals(userId))
                .findFirst()
                .orElseThrow()
                .dueAt;
    }
}
