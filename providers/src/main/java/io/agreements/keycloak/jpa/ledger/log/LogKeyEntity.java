package io.agreements.keycloak.jpa.ledger.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A key by which a log was signed. */
@Entity
@IdClass(LogKeyEntity.Key.class)
@Table(name = "AGR_LOG_KEY")
@NamedQuery(
        name = LogKeyEntity.ALL,
        query = "select k.verifierKey from LogKeyEntity k where k.realmId = :realmId"
                + " and k.originNumber = :originNumber order by k.firstUsedAt, k.hash")
public class LogKeyEntity {

    static final String ALL = "agreements.keysOfLog";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "ORIGIN_NUMBER")
    int originNumber;

    /** Of the verifier key: a key of fixed length for what may be long. */
    @Id
    @Column(name = "KEY_HASH", length = 64)
    String hash;

    @Column(name = "VERIFIER_KEY", length = 400, nullable = false, updatable = false)
    String verifierKey;

    @Column(name = "FIRST_USED_AT", nullable = false, updatable = false)
    long firstUsedAt;

    record Key(String realmId, int originNumber, String hash) implements Serializable {}
}
