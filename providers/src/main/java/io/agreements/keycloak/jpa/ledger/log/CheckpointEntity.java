package io.agreements.keycloak.jpa.ledger.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A signed checkpoint of a log. */
@Entity
@IdClass(CheckpointEntity.Key.class)
@Table(name = "AGR_CHECKPOINT")
@NamedQuery(
        name = CheckpointEntity.LATEST,
        query = "select c from CheckpointEntity c where " + CheckpointEntity.OF_LOG + " order by c.size desc")
@NamedQuery(
        name = CheckpointEntity.LARGER,
        query = "select c from CheckpointEntity c where " + CheckpointEntity.OF_LOG
                + " and c.size > :size order by c.size")
@NamedQuery(
        name = CheckpointEntity.LATEST_STAMPED,
        query = "select c from CheckpointEntity c where " + CheckpointEntity.OF_LOG
                + " and c.stampedAt is not null order by c.size desc")
@NamedQuery(
        name = CheckpointEntity.LATEST_COSIGNED,
        query = "select c from CheckpointEntity c where " + CheckpointEntity.OF_LOG
                + " and c.cosignatures is not null order by c.size desc")
@NamedQuery(
        name = CheckpointEntity.FIRST_STAMPED,
        query = "select c from CheckpointEntity c where " + CheckpointEntity.OF_LOG
                + " and c.size >= :size and c.stampedAt is not null order by c.size")
@NamedQuery(
        name = CheckpointEntity.LAST_SIGNED_AT,
        query = "select max(c.signedAt) from CheckpointEntity c, LogEntity l where c.realmId = l.realmId"
                + " and c.originNumber = l.originNumber and c.size = l.size")
public class CheckpointEntity {

    static final String LATEST = "agreements.latestCheckpoint";
    static final String LARGER = "agreements.largerCheckpoints";
    static final String LATEST_STAMPED = "agreements.latestStampedCheckpoint";
    static final String LATEST_COSIGNED = "agreements.latestCosignedCheckpoint";
    static final String FIRST_STAMPED = "agreements.firstStampedCheckpoint";
    static final String LAST_SIGNED_AT = "agreements.lastSignedCheckpoint";
    static final String OF_LOG = "c.realmId = :realmId and c.originNumber = :originNumber";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "ORIGIN_NUMBER")
    int originNumber;

    @Id
    @Column(name = "LOG_SIZE")
    long size;

    @Column(name = "SIGNED_AT", nullable = false, updatable = false)
    long signedAt;

    @Column(name = "NOTE", nullable = false, updatable = false)
    byte[] note;

    @Column(name = "COSIGNATURES")
    byte[] cosignatures;

    @Column(name = "STAMPED_AT")
    Long stampedAt;

    @Column(name = "TIME_STAMP")
    byte[] timeStamp;

    record Key(String realmId, int originNumber, long size) implements Serializable {}
}
