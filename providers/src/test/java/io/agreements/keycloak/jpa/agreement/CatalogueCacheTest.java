package io.agreements.keycloak.jpa.agreement;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class CatalogueCacheTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final CatalogueCache cache = new CatalogueCache(clock);
    private final RealmModel realm = Realms.named("pop800");
    private final CatalogueCache.Source source = new Database();
    private StoredCatalogue stored = new StoredCatalogue(Catalogue.of(List.of()), Map.of());
    private int reads;
    private int comparisons;

    @Test
    void whatIsAskedForAgainAtOnceIsNotAskedOfTheDatabase() {
        Revision.renew(realm);
        Catalogue first = get(realm);
        clock.move(CatalogueCache.TRUSTED.minusMillis(1));

        assertThat(get(realm)).isSameAs(first);
        assertThat(reads).isEqualTo(1);
        assertThat(comparisons).isZero();
    }

    @Test
    void aSnapshotIsGoodForEverAsLongAsNothingIsChanged() {
        Revision.renew(realm);
        Catalogue first = get(realm);

        for (int i = 0; i < 5; i++) {
            clock.move(Duration.ofDays(365));
            assertThat(get(realm)).isSameAs(first);
            assertThat(get(realm)).isSameAs(first);
        }
        assertThat(reads).isEqualTo(1);
        assertThat(comparisons).isEqualTo(5);
    }

    @Test
    void aNewSignIsHeededAtOnce() {
        Revision.renew(realm);
        get(realm);

        change();
        Revision.renew(realm);

        assertThat(get(realm)).isEqualTo(stored.catalogue());
    }

    @Test
    void aSignThatWasRolledBackIsHeeded() {
        Revision.renew(realm);
        String committed = Revision.of(realm);
        StoredCatalogue before = stored;
        get(realm);
        change();
        Revision.renew(realm);
        get(realm);

        stored = before;
        realm.setAttribute(Revision.ATTRIBUTE, committed);

        assertThat(get(realm)).isEqualTo(before.catalogue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "foreign", ""})
    void whateverTheSignSaysAChangeIsFoundOutWithinSeconds(String brought) {
        realm.setAttribute(Revision.ATTRIBUTE, "first");
        get(realm);
        change();
        if (brought.isEmpty()) {
            realm.removeAttribute(Revision.ATTRIBUTE);
        } else {
            realm.setAttribute(Revision.ATTRIBUTE, brought);
        }

        clock.move(CatalogueCache.TRUSTED);

        assertThat(get(realm)).isEqualTo(stored.catalogue());
    }

    @Test
    void rowsOlderThanTheirSignAreReadAnewWithinSeconds() {
        StoredCatalogue old = stored;
        change();
        Revision.renew(realm);
        StoredCatalogue committed = stored;
        stored = old;
        get(realm);

        stored = committed;
        clock.move(CatalogueCache.TRUSTED);

        assertThat(get(realm)).isEqualTo(committed.catalogue());
    }

    @Test
    void twoNodesComeToTheSameThoughOneNeverSawTheSignInBetween() {
        CatalogueCache other = new CatalogueCache(clock);
        realm.setAttribute(Revision.ATTRIBUTE, "first");
        get(realm);
        other.get(realm, source);
        change();
        realm.setAttribute(Revision.ATTRIBUTE, "second");
        get(realm);
        realm.setAttribute(Revision.ATTRIBUTE, "first");

        assertThat(get(realm)).isEqualTo(stored.catalogue());
        clock.move(CatalogueCache.TRUSTED);
        assertThat(other.get(realm, source).revision())
                .isEqualTo(stored.catalogue().revision());
    }

    @Test
    void aSnapshotFromTheFutureIsCompared() {
        get(realm);
        change();

        clock.move(Duration.ofDays(-1));

        assertThat(get(realm)).isEqualTo(stored.catalogue());
    }

    @Test
    void eachRealmHasASnapshotOfItsOwn() {
        get(realm);
        get(Realms.named("other"));
        get(realm);

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aForgottenSnapshotIsReadAnew() {
        get(realm);

        cache.forget(realm.getId());
        get(realm);

        assertThat(reads).isEqualTo(2);
    }

    private Catalogue get(RealmModel of) {
        return cache.get(of, source);
    }

    /** What somebody else has committed. */
    private void change() {
        int changes = stored.changes().getOrDefault("id-of-terms", 0) + 1;
        stored = new StoredCatalogue(
                Catalogue.of(List.of(required("terms").position(changes).build())), Map.of("id-of-terms", changes));
    }

    private final class Database implements CatalogueCache.Source {

        @Override
        public StoredCatalogue read() {
            reads++;
            return stored;
        }

        @Override
        public Map<String, Integer> changes() {
            comparisons++;
            return stored.changes();
        }
    }
}
