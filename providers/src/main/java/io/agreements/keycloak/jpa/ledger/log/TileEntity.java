package io.agreements.keycloak.jpa.ledger.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Up to 256 neighbours in the tree of a log, or of its entries, as they are given away. */
@Entity
@IdClass(TileEntity.Key.class)
@Table(name = "AGR_TILE")
public class TileEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "TILE_LEVEL")
    int level;

    @Id
    @Column(name = "TILE_INDEX")
    long index;

    @Column(name = "CONTENT", nullable = false)
    byte[] content;

    record Key(String realmId, int level, long index) implements Serializable {}
}
