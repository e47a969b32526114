package io.agreements.keycloak.jpa.ledger.log;

import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.keycloak.ledger.log.store.LogEntry;
import io.agreements.keycloak.ledger.log.store.LogFigures;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.log.TilePath;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.keycloak.keys.KeyProvider;

/** Keeps logs in {@code AGR_LOG} and its neighbours, and where records stand in {@code AGR_RECORD}. */
public final class JpaLogStore implements LogStore {

    /** Asked along the index for each realm, so that it costs the same however many records there are. */
    private static final String BEHIND = "select r.id from RealmEntity r where exists"
            + " (select e.id from RecordEntity e where e.realmId = r.id and e.logIndex is null)";

    /** Past all caches, which other nodes may have out of date. */
    private static final String REALM_KEYS = "select c.value from ComponentConfigEntity c"
            + " where c.component.realm.id = :realmId and c.component.providerId = :kind"
            + " and c.component.providerType = :type and c.name in :names";

    private final EntityManager entities;
    private final EntrySource records;

    public JpaLogStore(EntityManager entities, EntrySource records) {
        this.entities = entities;
        this.records = records;
    }

    @Override
    public List<String> realmsBehind() {
        return entities.createQuery(BEHIND, String.class).getResultList();
    }

    @Override
    public List<LogState> all() {
        return entities.createNamedQuery(LogEntity.ALL, LogEntity.class).getResultList().stream()
                .map(JpaLogStore::read)
                .toList();
    }

    @Override
    public Optional<LogState> find(String realmId) {
        return Optional.ofNullable(entities.find(LogEntity.class, realmId)).map(JpaLogStore::read);
    }

    @Override
    public LogState lock(String realmId) {
        return Collisions.telling(() -> read(findAndLockOrMake(realmId)));
    }

    private LogEntity findAndLockOrMake(String realmId) {
        LogEntity log = findAndLock(realmId);
        if (log == null) {
            LogEntity none = new LogEntity();
            none.realmId = realmId;
            none.originNumber = 1;
            InsertIfAbsent.insert(entities, none);
            log = findAndLock(realmId);
        }
        return log;
    }

    private LogEntity findAndLock(String realmId) {
        LogEntity log = entities.find(LogEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (log != null) {
            // It may have been read before it was locked.
            entities.refresh(log);
        }
        return log;
    }

    @Override
    public void save(LogState state) {
        LogEntity log = entities.find(LogEntity.class, state.realmId());
        log.origin = state.origin();
        log.originNumber = state.originNumber();
        log.size = state.size();
        log.sentSize = state.sentSize();
        log.haltedAt = state.halt() == null ? null : state.halt().at().toEpochMilli();
        log.haltReason = state.halt() == null ? null : state.halt().reason();
        entities.flush();
    }

    private static LogState read(LogEntity log) {
        return new LogState(
                log.realmId,
                log.origin,
                log.originNumber,
                log.size,
                log.sentSize,
                log.haltedAt == null ? null : new LogState.Halt(Instant.ofEpochMilli(log.haltedAt), log.haltReason));
    }

    @Override
    public List<LogEntry> unindexed(String realmId, int max) {
        return records.unindexed(realmId, max);
    }

    @Override
    public List<String> unfit(String realmId, int max) {
        return records.unfit(realmId, max);
    }

    @Override
    public void noteUnfit(String realmId, int found) {
        LogEntity log = entities.find(LogEntity.class, realmId);
        if (log != null) {
            log.unfit = found;
        }
    }

    @Override
    public void index(List<LogEntry> entries, long first) {
        entities.unwrap(Session.class).doWork(new Indexing(entities, entries, first));
    }

    @Override
    public Optional<byte[]> tile(String realmId, TilePath path) {
        return Optional.ofNullable(
                        entities.find(TileEntity.class, new TileEntity.Key(realmId, path.level(), path.index())))
                .map(tile -> tile.content);
    }

    @Override
    public void write(String realmId, TilePath path, byte[] content) {
        TileEntity tile = entities.find(TileEntity.class, new TileEntity.Key(realmId, path.level(), path.index()));
        if (tile != null) {
            tile.content = content;
            return;
        }
        tile = new TileEntity();
        tile.realmId = realmId;
        tile.level = path.level();
        tile.index = path.index();
        tile.content = content;
        entities.persist(tile);
    }

    @Override
    public Optional<StoredCheckpoint> latest(LogState state) {
        return ofLog(CheckpointEntity.LATEST, state).setMaxResults(1).getResultList().stream()
                .map(JpaLogStore::read)
                .findFirst();
    }

    @Override
    public List<StoredCheckpoint> larger(LogState state, long size, int max) {
        return ofLog(CheckpointEntity.LARGER, state)
                .setParameter("size", size)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(JpaLogStore::read)
                .toList();
    }

    private TypedQuery<CheckpointEntity> ofLog(String query, LogState state) {
        return entities.createNamedQuery(query, CheckpointEntity.class)
                .setParameter("realmId", state.realmId())
                .setParameter("originNumber", state.originNumber());
    }

    @Override
    public Optional<StoredCheckpoint> checkpoint(LogState state, long size) {
        return Optional.ofNullable(find(state.realmId(), state.originNumber(), size))
                .map(JpaLogStore::read);
    }

    private CheckpointEntity find(String realmId, int originNumber, long size) {
        return entities.find(CheckpointEntity.class, new CheckpointEntity.Key(realmId, originNumber, size));
    }

    private static StoredCheckpoint read(CheckpointEntity entity) {
        return new StoredCheckpoint(
                entity.originNumber,
                entity.size,
                Instant.ofEpochMilli(entity.signedAt),
                new String(entity.note, StandardCharsets.UTF_8),
                entity.cosignatures == null ? "" : new String(entity.cosignatures, StandardCharsets.UTF_8),
                entity.stampedAt == null
                        ? null
                        : new StoredCheckpoint.Stamp(Instant.ofEpochMilli(entity.stampedAt), entity.timeStamp));
    }

    @Override
    public void add(String realmId, StoredCheckpoint checkpoint) {
        CheckpointEntity entity = new CheckpointEntity();
        entity.realmId = realmId;
        entity.originNumber = checkpoint.originNumber();
        entity.size = checkpoint.size();
        entity.signedAt = checkpoint.signedAt().toEpochMilli();
        entity.note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
        entities.persist(entity);
        entities.flush();
    }

    @Override
    public void cosign(String realmId, StoredCheckpoint checkpoint, String cosignatures) {
        find(realmId, checkpoint.originNumber(), checkpoint.size()).cosignatures =
                cosignatures.getBytes(StandardCharsets.UTF_8);
        entities.flush();
    }

    @Override
    public void stamp(String realmId, StoredCheckpoint checkpoint, StoredCheckpoint.Stamp stamp) {
        CheckpointEntity entity = find(realmId, checkpoint.originNumber(), checkpoint.size());
        entity.stampedAt = stamp.at().toEpochMilli();
        entity.timeStamp = stamp.token();
        entities.flush();
    }

    @Override
    public Optional<StoredCheckpoint> latestStamped(LogState state) {
        return ofLog(CheckpointEntity.LATEST_STAMPED, state).setMaxResults(1).getResultList().stream()
                .map(JpaLogStore::read)
                .findFirst();
    }

    @Override
    public Optional<StoredCheckpoint> latestCosigned(LogState state) {
        return ofLog(CheckpointEntity.LATEST_COSIGNED, state).setMaxResults(1).getResultList().stream()
                .map(JpaLogStore::read)
                .findFirst();
    }

    @Override
    public Optional<StoredCheckpoint> firstStamped(LogState state, long size) {
        return ofLog(CheckpointEntity.FIRST_STAMPED, state)
                .setParameter("size", size)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(JpaLogStore::read)
                .findFirst();
    }

    @Override
    public LogFigures figures() {
        Long signedAt = entities.createNamedQuery(CheckpointEntity.LAST_SIGNED_AT, Long.class)
                .getSingleResult();
        List<String> behind = realmsBehind();
        return new LogFigures(
                entities.createNamedQuery(LogEntity.HALTED, Long.class).getSingleResult(),
                behind.size(),
                unfit(behind),
                signedAt == null ? null : Instant.ofEpochMilli(signedAt));
    }

    /** As the sequencer last found it: no node goes through what waits for the sake of a figure. */
    private long unfit(List<String> behind) {
        return InParts.of(behind)
                .map(some -> entities.createNamedQuery(LogEntity.UNFIT, Long.class)
                        .setParameter("realmIds", some)
                        .getSingleResult())
                .mapToLong(found -> found == null ? 0 : found)
                .sum();
    }

    @Override
    public List<String> keys(LogState state) {
        return entities.createNamedQuery(LogKeyEntity.ALL, String.class)
                .setParameter("realmId", state.realmId())
                .setParameter("originNumber", state.originNumber())
                .getResultList();
    }

    @Override
    public List<String> realmKeys(String realmId) {
        return entities.createQuery(REALM_KEYS, String.class)
                .setParameter("realmId", realmId)
                .setParameter("kind", LogKeys.KIND)
                .setParameter("type", KeyProvider.class.getName())
                .setParameter("names", List.of(LogKeys.PUBLIC_KEY, LogKeys.FORMER_KEY))
                .getResultList();
    }

    @Override
    public boolean addKey(LogState state, String verifierKey, Instant now) {
        LogKeyEntity key = new LogKeyEntity();
        key.realmId = state.realmId();
        key.originNumber = state.originNumber();
        key.hash = sha256(verifierKey);
        key.verifierKey = verifierKey;
        key.firstUsedAt = now.toEpochMilli();
        if (entities.find(LogKeyEntity.class, new LogKeyEntity.Key(key.realmId, key.originNumber, key.hash)) != null) {
            return false;
        }
        entities.persist(key);
        return true;
    }

    private static String sha256(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
