package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.ledger.kept.SeenKept;
import io.agreements.keycloak.ledger.RecordType;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** What many acceptances say alike, each once. */
public final class CommonStore {

    private final KeycloakSession session;
    private final EntityManager entities;
    private final SeenKept seen;
    private final Set<Long> written = new HashSet<>();

    public CommonStore(KeycloakSession session, EntityManager entities, SeenKept seen) {
        this.session = session;
        this.entities = entities;
        this.seen = seen;
    }

    /**
     * Takes it from new records and keeps it; no statement where it has been kept. In the order of keys, so that of two who
     * keep the same at the same moment one waits for the other.
     */
    public void share(List<RecordEntity> records) {
        Map<Long, CommonEntity> common = new TreeMap<>();
        records.stream()
                .filter(entity -> entity.type.equals(RecordType.ACCEPTANCE.name()))
                .map(CommonEntity::takeFrom)
                .forEach(one -> common.put(one.key, one));
        common.values().forEach(this::keep);
    }

    private void keep(CommonEntity common) {
        Long key = common.key;
        if (seen.contains(key) || !written.add(key)) {
            return;
        }
        if (!InsertIfAbsent.insert(entities, common)) {
            requireSame(common);
        }
        AfterCompletion.run(session, () -> seen.add(key), () -> written.remove(key));
    }

    /** What another transaction has put in meanwhile may not be seen yet. */
    private void requireSame(CommonEntity common) {
        CommonEntity kept = entities.find(CommonEntity.class, common.key);
        if (kept == null) {
            return;
        }
        entities.detach(kept);
        if (!kept.saysTheSameAs(common)) {
            throw new IllegalStateException("Something else is kept under the number " + common.key);
        }
    }

    /** Gives it back to records that were read without it. */
    static void complete(EntityManager entities, List<RecordEntity> records) {
        Set<Long> keys = records.stream()
                .map(entity -> entity.commonKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return;
        }
        List<CommonEntity> found = entities.createNamedQuery(CommonEntity.BY_KEY, CommonEntity.class)
                .setParameter("keys", keys)
                .getResultList();
        found.forEach(entities::detach);
        Map<Long, CommonEntity> common = found.stream().collect(Collectors.toMap(one -> one.key, Function.identity()));
        records.stream()
                .filter(entity -> entity.commonKey != null && common.containsKey(entity.commonKey))
                .forEach(entity -> common.get(entity.commonKey).giveTo(entity));
    }
}
