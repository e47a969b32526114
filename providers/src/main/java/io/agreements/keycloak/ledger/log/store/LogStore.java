package io.agreements.keycloak.ledger.log.store;

import io.agreements.proof.log.TilePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the logs of realms are kept. Writing takes part in the session's transaction. */
public interface LogStore {

    /** Realms that have records which are not in their log. */
    List<String> realmsBehind();

    /** The logs of all realms that have a checkpoint. */
    List<LogState> all();

    Optional<LogState> find(String realmId);

    /** The log of the realm, a new one if it has none. Nobody else gets it until the transaction ends. */
    LogState lock(String realmId);

    /** Keeps what became of the log. */
    void save(LogState state);

    /**
     * Some records of the realm that are not in its log. Nobody else changes them until the transaction ends; those that
     * somebody is changing are passed over, so this waits for nobody.
     */
    List<LogEntry> unindexed(String realmId, int max);

    /**
     * Ids of records of the realm that no log can have, so that they are left out by {@link #unindexed}: somebody has written
     * into the database what the product never writes.
     */
    List<String> unfit(String realmId, int max);

    /** Keeps beside the log how many of those the last look found. */
    void noteUnfit(String realmId, int records);

    /** Puts records into the log, one after the other. */
    void index(List<LogEntry> entries, long first);

    /** What is stored of a tile, or bundle of entries, at that level and index, however wide it is. */
    Optional<byte[]> tile(String realmId, TilePath path);

    void write(String realmId, TilePath path, byte[] content);

    /** The last one of the log under its origin. */
    Optional<StoredCheckpoint> latest(LogState state);

    /** Those of the log under its origin that are larger, the smallest first. */
    List<StoredCheckpoint> larger(LogState state, long size, int max);

    Optional<StoredCheckpoint> checkpoint(LogState state, long size);

    void add(String realmId, StoredCheckpoint checkpoint);

    /** Adds the lines of witnesses to a checkpoint. */
    void cosign(String realmId, StoredCheckpoint checkpoint, String cosignatures);

    /** Keeps by which stamp an authority says when a checkpoint was there. */
    void stamp(String realmId, StoredCheckpoint checkpoint, StoredCheckpoint.Stamp stamp);

    /** The last one of the log under its origin that has a time stamp. */
    Optional<StoredCheckpoint> latestStamped(LogState state);

    /** The last one of the log under its origin that witnesses have cosigned. */
    Optional<StoredCheckpoint> latestCosigned(LogState state);

    /** The first one of the log under its origin that has a time stamp and at least that size. */
    Optional<StoredCheckpoint> firstStamped(LogState state, long size);

    /** How all logs are together. */
    LogFigures figures();

    /** Every key by which the log was signed under its origin, the one used first in front. */
    List<String> keys(LogState state);

    /**
     * The keys that the realm has or had for its log, as its own components have them and not as is stored beside the log: in
     * Base64, as X.509 encodes them. None if there is no such realm.
     */
    List<String> realmKeys(String realmId);

    /** Notes by which key the log is signed, if it is a new one. */
    boolean addKey(LogState state, String verifierKey, Instant now);
}
