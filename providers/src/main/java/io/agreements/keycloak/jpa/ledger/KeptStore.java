package io.agreements.keycloak.jpa.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Wordings and settings, each once. What this server has seen stored is not looked for again: nothing of it is ever removed.
 */
final class KeptStore {

    private static final int REMEMBERED = 10_000;

    private final Cache<Name, Boolean> stored =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** In a transaction of its own, so that it is there whatever becomes of the one at hand. */
    void keep(KeycloakSessionFactory sessions, Kept kept) {
        stored.get(new Name(kept.kind(), kept.digest()), name -> {
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    session -> InsertIfAbsent.insert(
                            session.getProvider(JpaConnectionProvider.class).getEntityManager(), entity(kept)));
            return true;
        });
    }

    static Optional<Kept> find(EntityManager entities, KeptKind kind, String digest) {
        byte[] key = HexFormat.of().parseHex(digest);
        byte[] content =
                switch (kind) {
                    case WORDING -> content(entities.find(WordingEntity.class, key));
                    case SETTINGS -> content(entities.find(SettingsEntity.class, key));
                };
        return Optional.ofNullable(content).map(found -> new Kept(kind, digest, found));
    }

    private static Object entity(Kept kept) {
        return switch (kept.kind()) {
            case WORDING -> WordingEntity.of(kept);
            case SETTINGS -> SettingsEntity.of(kept);
        };
    }

    private static byte[] content(WordingEntity entity) {
        return entity == null ? null : entity.content;
    }

    private static byte[] content(SettingsEntity entity) {
        return entity == null ? null : entity.content;
    }

    private record Name(KeptKind kind, String digest) {}
}
