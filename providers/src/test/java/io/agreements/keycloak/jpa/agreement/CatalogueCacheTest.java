package io.agreements.keycloak.jpa.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class CatalogueCacheTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final CatalogueCache cache = new CatalogueCache(clock);
    private final RealmModel realm = Realms.named("pop800");
    private int reads;

    @Test
    void aSnapshotIsGoodForEverAsLongAsTheRevisionIsTheSame() {
        Revision.renew(realm);
        Catalogue first = get(realm);

        clock.move(Duration.ofDays(365));

        assertThat(get(realm)).isSameAs(first);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aNewRevisionIsReadAtOnce() {
        Revision.renew(realm);
        get(realm);

        Revision.renew(realm);

        assertThat(get(realm).revision()).isEqualTo(Revision.of(realm));
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aRevisionThatWasRolledBackIsReadAnew() {
        Revision.renew(realm);
        String committed = Revision.of(realm);
        get(realm);
        Revision.renew(realm);
        get(realm);

        realm.setAttribute(Revision.ATTRIBUTE, committed);

        assertThat(get(realm).revision()).isEqualTo(committed);
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void withoutARevisionASnapshotIsGoodForTenSeconds() {
        get(realm);
        clock.move(Duration.ofSeconds(10).minusMillis(1));
        get(realm);
        assertThat(reads).isEqualTo(1);

        clock.move(Duration.ofMillis(1));
        get(realm);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void withoutARevisionASnapshotFromTheFutureIsNotKept() {
        get(realm);

        clock.move(Duration.ofDays(-1));
        get(realm);

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aRevisionThatVanishesIsAnother() {
        Revision.renew(realm);
        get(realm);

        realm.removeAttribute(Revision.ATTRIBUTE);

        assertThat(get(realm).revision()).isNull();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void eachRealmHasASnapshotOfItsOwn() {
        RealmModel other = Realms.named("other");
        Revision.renew(realm);
        Revision.renew(other);

        assertThat(get(realm).revision()).isEqualTo(Revision.of(realm));
        assertThat(get(other).revision()).isEqualTo(Revision.of(other));
        get(realm);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aForgottenSnapshotIsReadAnew() {
        Revision.renew(realm);
        get(realm);

        cache.forget(realm.getId());
        get(realm);

        assertThat(reads).isEqualTo(2);
    }

    private Catalogue get(RealmModel of) {
        return cache.get(of, () -> {
            reads++;
            return new Catalogue(Revision.of(of), List.of());
        });
    }
}
