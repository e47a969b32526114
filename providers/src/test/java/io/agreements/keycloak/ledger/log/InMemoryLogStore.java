package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogEntry;
import io.agreements.keycloak.ledger.log.store.LogFigures;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.log.TilePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The log of one realm, without records. */
final class InMemoryLogStore implements LogStore {

    final Map<String, byte[]> tiles = new HashMap<>();
    final NavigableMap<Long, StoredCheckpoint> checkpoints = new TreeMap<>();
    final List<String> keys = new ArrayList<>();
    final List<String> realmKeys = new ArrayList<>();
    LogState state;

    @Override
    public List<String> realmsBehind() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogState> all() {
        return List.of(state);
    }

    @Override
    public Optional<LogState> find(String realmId) {
        return Optional.ofNullable(state);
    }

    @Override
    public LogState lock(String realmId) {
        return state;
    }

    @Override
    public void save(LogState changed) {
        state = changed;
    }

    @Override
    public List<LogEntry> unindexed(String realmId, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> unfit(String realmId, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void index(List<LogEntry> entries, long first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> tile(String realmId, TilePath path) {
        return Optional.ofNullable(tiles.get(place(path)));
    }

    @Override
    public void write(String realmId, TilePath path, byte[] content) {
        tiles.put(place(path), content);
    }

    private static String place(TilePath path) {
        return path.level() + "/" + path.index();
    }

    @Override
    public Optional<StoredCheckpoint> latest(LogState log) {
        return checkpoints.values().stream()
                .filter(checkpoint -> checkpoint.originNumber() == log.originNumber())
                .reduce((before, after) -> after);
    }

    @Override
    public List<StoredCheckpoint> larger(LogState log, long size, int max) {
        return checkpoints.tailMap(size, false).values().stream().limit(max).toList();
    }

    @Override
    public Optional<StoredCheckpoint> checkpoint(LogState log, long size) {
        return Optional.ofNullable(checkpoints.get(size));
    }

    @Override
    public void add(String realmId, StoredCheckpoint checkpoint) {
        checkpoints.put(checkpoint.size(), checkpoint);
    }

    @Override
    public void cosign(String realmId, StoredCheckpoint checkpoint, String cosignatures) {
        checkpoints.put(
                checkpoint.size(),
                new StoredCheckpoint(
                        checkpoint.originNumber(),
                        checkpoint.size(),
                        checkpoint.signedAt(),
                        checkpoint.note(),
                        cosignatures,
                        checkpoint.stamp()));
    }

    @Override
    public void stamp(String realmId, StoredCheckpoint checkpoint, StoredCheckpoint.Stamp stamp) {
        checkpoints.put(
                checkpoint.size(),
                new StoredCheckpoint(
                        checkpoint.originNumber(),
                        checkpoint.size(),
                        checkpoint.signedAt(),
                        checkpoint.note(),
                        checkpoint.cosignatures(),
                        stamp));
    }

    @Override
    public Optional<StoredCheckpoint> latestStamped(LogState log) {
        return stamped().reduce((smaller, larger) -> larger);
    }

    @Override
    public Optional<StoredCheckpoint> latestCosigned(LogState log) {
        return checkpoints.values().stream()
                .filter(checkpoint -> !checkpoint.cosignatures().isEmpty())
                .max(Comparator.comparingLong(StoredCheckpoint::size));
    }

    @Override
    public Optional<StoredCheckpoint> firstStamped(LogState log, long size) {
        return stamped().filter(checkpoint -> checkpoint.size() >= size).findFirst();
    }

    private Stream<StoredCheckpoint> stamped() {
        return checkpoints.values().stream()
                .filter(checkpoint -> checkpoint.stamp() != null)
                .sorted(Comparator.comparingLong(StoredCheckpoint::size));
    }

    @Override
    public void noteUnfit(String realmId, int records) {}

    @Override
    public LogFigures figures() {
        return new LogFigures(0, 0, 0, null);
    }

    @Override
    public List<String> keys(LogState log) {
        return keys;
    }

    @Override
    public List<String> realmKeys(String realmId) {
        return realmKeys;
    }

    @Override
    public boolean addKey(LogState log, String verifierKey, Instant now) {
        return !keys.contains(verifierKey) && keys.add(verifierKey);
    }
}
