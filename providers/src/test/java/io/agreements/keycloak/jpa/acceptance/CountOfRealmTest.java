package io.agreements.keycloak.jpa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

/** How many users of a realm have decided anything, as far as somebody who removes it has the time. */
final class CountOfRealmTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final TablesInMemory tables = new TablesInMemory();
    private final RealmModel realm = Realms.named("shop");

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void usersCountOnceAndNoMoreStandingsAreLookedAtThanIsSaid() {
        for (String agreement : new String[] {"terms", "news"}) {
            new StoredUsers(tables, realm, agreement)
                    .said("ann", Decision.ACCEPTED, 1, NOW)
                    .said("bob", Decision.ACCEPTED, 1, NOW);
        }
        new StoredUsers(tables, realm, "terms").said("eve", Decision.DECLINED, 1, NOW);

        assertThat(count(100)).containsExactly(5L, 3L);
        assertThat(count(4)[0]).isEqualTo(4L);
    }

    private Object[] count(int most) {
        return tables.entities()
                .createNamedQuery(StandingEntity.COUNT_USERS_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("most", most)
                .getSingleResult();
    }
}
