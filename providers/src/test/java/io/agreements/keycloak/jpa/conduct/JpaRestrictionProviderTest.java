package io.agreements.keycloak.jpa.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.Statement;
import io.agreements.keycloak.fixture.TablesInMemory;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JpaRestrictionProviderTest {

    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-08T00:00:00Z");

    private final TablesInMemory tables = new TablesInMemory();
    private final JpaRestrictionProvider restrictions = new JpaRestrictionProvider(tables.entities(), null, null);

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aNoticeIsMissedOnce() {
        tables.store(RestrictionEntity.of(notice(UNTIL)));

        assertThat(isMissed(notice(UNTIL), UNTIL)).isTrue();
        assertThat(isMissed(notice(UNTIL), UNTIL)).isFalse();
    }

    /** What the ledger says was missed is the date that was read. */
    @Test
    void whatHasAnotherDateByNowIsNotMissed() {
        tables.store(RestrictionEntity.of(notice(UNTIL.plusSeconds(1))));

        assertThat(isMissed(notice(UNTIL), UNTIL.plusSeconds(2))).isFalse();
        assertThat(isMissed(notice(UNTIL.plusSeconds(1)), UNTIL.plusSeconds(2))).isTrue();
    }

    private boolean isMissed(Restriction notice, Instant now) {
        tables.entities().getTransaction().begin();
        boolean isMissed = restrictions.miss(notice, now);
        tables.entities().getTransaction().commit();
        return isMissed;
    }

    private static Restriction notice(Instant until) {
        return new Restriction(
                "id",
                "shop",
                "ann",
                RestrictionKind.NOTICE,
                new Statement(Set.of(RestrictionGround.DEFAMATION), "An insult.", "Article 4", null),
                FROM,
                until,
                null,
                null,
                "admin",
                null,
                null,
                0);
    }
}
