package io.agreements.keycloak.jpa.ledger.kept;

import io.agreements.keycloak.ledger.kept.Kept;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HexFormat;

@Entity
@Table(name = "AGR_SETTINGS")
public class SettingsEntity {

    @Id
    @Column(name = "DIGEST", length = 32)
    byte[] digest;

    @Column(name = "CONTENT", nullable = false)
    byte[] content;

    static SettingsEntity of(Kept kept) {
        SettingsEntity entity = new SettingsEntity();
        entity.digest = HexFormat.of().parseHex(kept.digest());
        entity.content = kept.content();
        return entity;
    }
}
