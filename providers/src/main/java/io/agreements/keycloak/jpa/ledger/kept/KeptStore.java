package io.agreements.keycloak.jpa.ledger.kept;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/** Wordings and settings, each once. */
public final class KeptStore {

    private final KeycloakSession session;
    private final EntityManager entities;
    private final SeenKept seen;
    private final Set<SeenKept.Name> written = new HashSet<>();

    public KeptStore(KeycloakSession session, EntityManager entities, SeenKept seen) {
        this.session = session;
        this.entities = entities;
        this.seen = seen;
    }

    /** Who keeps the same at the same moment waits for the end of the transaction. */
    public void keep(Kept kept) {
        SeenKept.Name name = new SeenKept.Name(kept.kind(), kept.digest());
        if (seen.contains(name) || !written.add(name)) {
            return;
        }
        InsertIfAbsent.insert(entities, entity(kept));
        AfterCompletion.run(session, () -> seen.add(name), () -> written.remove(name));
    }

    public Optional<Kept> find(KeptKind kind, String digest) {
        byte[] key = HexFormat.of().parseHex(digest);
        byte[] content = switch (kind) {
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
}
