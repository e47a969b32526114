package io.agreements.keycloak.jpa.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.NamedQueries;
import io.agreements.keycloak.fixture.Realms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

final class RemovedRealmsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final long PRESENT = 0;

    private final MovableClock clock = MovableClock.at(NOW);
    private final RemovedRealms removedRealms = new RemovedRealms(new CatalogueCache(clock), clock);
    private final RealmModel realm = Realms.named("shop");
    private final Agreements agreements = new Agreements();

    @Test
    void aRealmMadeAgainUnderTheSameIdBeginsWithoutAny() {
        agreements.add("terms");
        remove(session());
        clock.move(Duration.ofDays(1));
        create(session());

        assertThat(agreements.removedAt).containsExactly(Map.entry("terms", NOW.toEpochMilli()));
    }

    @Test
    void aRealmRemovedAndMadeAgainInOneGoKeepsThem() {
        agreements.add("terms");
        KeycloakSession importing = session();
        remove(importing);
        clock.move(Duration.ofSeconds(1));
        create(importing);

        assertThat(agreements.removedAt).containsExactly(Map.entry("terms", PRESENT));
    }

    @Test
    void whatWasRemovedBeforeDoesNotComeBackInOneGoEither() {
        agreements.add("older");
        remove(session());
        clock.move(Duration.ofDays(1));
        agreements.add("terms");
        KeycloakSession importing = session();
        remove(importing);
        create(importing);

        assertThat(agreements.removedAt)
                .containsExactly(Map.entry("older", NOW.toEpochMilli()), Map.entry("terms", PRESENT));
    }

    @Test
    void whatARealmLeftBehindWithoutAWordIsNotTheNextOnes() {
        agreements.add("terms");
        create(session());

        assertThat(agreements.removedAt).containsExactly(Map.entry("terms", NOW.toEpochMilli()));
    }

    @Test
    void anOperatorHasTheLastOnesTakenBackOnce() {
        agreements.add("older");
        remove(session());
        clock.move(Duration.ofDays(1));
        agreements.add("terms");
        remove(session());
        realm.setAttribute("agreements.takeBack", "true");
        create(session());

        assertThat(agreements.removedAt)
                .containsExactly(Map.entry("older", NOW.toEpochMilli()), Map.entry("terms", PRESENT));
        assertThat(realm.getAttribute("agreements.takeBack")).isNull();
    }

    private KeycloakSession session() {
        return Realms.sessionOn(agreements);
    }

    private void remove(KeycloakSession session) {
        removedRealms.onEvent(new RealmModel.RealmRemovedEvent() {
            @Override
            public RealmModel getRealm() {
                return realm;
            }

            @Override
            public KeycloakSession getKeycloakSession() {
                return session;
            }
        });
    }

    private void create(KeycloakSession session) {
        removedRealms.onEvent(new RealmModel.RealmCreationEvent() {
            @Override
            public RealmModel getCreatedRealm() {
                return realm;
            }

            @Override
            public KeycloakSession getKeycloakSession() {
                return session;
            }
        });
        removedRealms.onEvent(new RealmModel.RealmPostCreateEvent() {
            @Override
            public RealmModel getCreatedRealm() {
                return realm;
            }

            @Override
            public KeycloakSession getKeycloakSession() {
                return session;
            }
        });
    }

    /** When the realm of each was removed. */
    private static final class Agreements implements NamedQueries {

        private final Map<String, Long> removedAt = new TreeMap<>();

        void add(String key) {
            removedAt.put(key, PRESENT);
        }

        @Override
        public List<?> answer(String name, Map<String, Object> parameters) {
            assertThat(parameters).containsEntry("realmId", "id-of-shop");
            return switch (name) {
                case AgreementEntity.MOVE -> move(parameters.get("from"), (Long) parameters.get("to"));
                case AgreementEntity.REMOVALS -> {
                    List<Long> last = new ArrayList<>();
                    last.add(removedAt.values().stream()
                            .filter(moment -> moment > PRESENT)
                            .max(Long::compare)
                            .orElse(null));
                    yield last;
                }
                case AgreementEntity.CHANGES_BY_REALM ->
                    keys(PRESENT).stream().map(key -> new Object[] {key, 1}).toList();
                default -> throw new AssertionError(name);
            };
        }

        private List<String> move(Object from, Long to) {
            List<String> moved = keys(from);
            moved.forEach(key -> removedAt.put(key, to));
            return moved;
        }

        private List<String> keys(Object moment) {
            return removedAt.keySet().stream()
                    .filter(key -> Objects.equals(removedAt.get(key), moment))
                    .toList();
        }
    }
}
