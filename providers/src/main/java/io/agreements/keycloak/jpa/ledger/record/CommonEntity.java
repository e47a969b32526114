package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.HexBytes;
import io.agreements.proof.canonical.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hibernate.annotations.Nationalized;

/** What many acceptances say alike: on which text, within which wording and settings, and their details. */
@Entity
@Table(name = "AGR_COMMON")
@NamedQuery(name = CommonEntity.BY_KEY, query = "select d from CommonEntity d where d.key in :keys")
public class CommonEntity {

    static final String BY_KEY = "agreements.commonByKey";

    /** Made of all the rest. */
    @Id
    @Column(name = "COMMON_KEY", nullable = false)
    long key;

    @Convert(converter = HexBytes.class)
    @Column(name = "TEXT_DIGEST", length = 32)
    String textDigest;

    @Convert(converter = HexBytes.class)
    @Column(name = "WORDING_DIGEST", length = 32)
    String wordingDigest;

    @Convert(converter = HexBytes.class)
    @Column(name = "SETTINGS_DIGEST", length = 32)
    String settingsDigest;

    @Nationalized
    @Column(name = "DETAILS")
    String details;

    /** Takes from a record what it has in common with others; {@link #giveTo} gives it back. */
    static CommonEntity takeFrom(RecordEntity record) {
        CommonEntity common = new CommonEntity();
        common.textDigest = record.textDigest;
        common.wordingDigest = record.wordingDigest;
        common.settingsDigest = record.settingsDigest;
        common.details = record.details;
        String all =
                common.textDigest + '\n' + common.wordingDigest + '\n' + common.settingsDigest + '\n' + common.details;
        common.key =
                ByteBuffer.wrap(Sha256.of(all.getBytes(StandardCharsets.UTF_8))).getLong();
        record.commonKey = common.key;
        record.textDigest = null;
        record.wordingDigest = null;
        record.settingsDigest = null;
        record.details = null;
        return common;
    }

    /** Where the record itself says something, somebody has written that there, and it counts. */
    void giveTo(RecordEntity record) {
        record.textDigest = first(record.textDigest, textDigest);
        record.wordingDigest = first(record.wordingDigest, wordingDigest);
        record.settingsDigest = first(record.settingsDigest, settingsDigest);
        record.details = first(record.details, details);
    }

    private static String first(String own, String common) {
        return own == null ? common : own;
    }

    boolean saysTheSameAs(CommonEntity other) {
        return Objects.equals(textDigest, other.textDigest)
                && Objects.equals(wordingDigest, other.wordingDigest)
                && Objects.equals(settingsDigest, other.settingsDigest)
                && Objects.equals(details, other.details);
    }
}
