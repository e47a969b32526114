package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Timeline;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_VERSION")
@NamedQuery(
        name = VersionEntity.BY_REALM,
        query = "select v from AgreementEntity a, VersionEntity v"
                + " where a.realmId = :realmId and a.removedAt = 0 and v.agreementId = a.id order by v.number")
@NamedQuery(
        name = VersionEntity.BY_AGREEMENT,
        query = "select v from VersionEntity v where v.agreementId = :agreementId order by v.number")
@NamedQuery(
        name = VersionEntity.BY_NUMBER,
        query = "select v from VersionEntity v where v.agreementId = :agreementId and v.number = :number")
@NamedQuery(
        name = VersionEntity.SOURCES_BY_REALM,
        query = "select a.key, v.number, v.source from VersionEntity v, AgreementEntity a"
                + " where v.agreementId = a.id and a.realmId = :realmId and a.removedAt = 0 and v.source is not null")
@NamedQuery(
        name = VersionEntity.KEEP_SOURCE,
        query = "update VersionEntity v set v.source = :source where v.number = :number and v.agreementId in"
                + " (select a.id from AgreementEntity a"
                + " where a.realmId = :realmId and a.key = :key and a.removedAt = 0)")
public class VersionEntity {

    static final String BY_REALM = "agreements.versionsByRealm";
    static final String BY_NUMBER = "agreements.versionByNumber";
    static final String BY_AGREEMENT = "agreements.versionsByAgreement";
    static final String SOURCES_BY_REALM = "agreements.versionSourcesByRealm";
    static final String KEEP_SOURCE = "agreements.keepVersionSource";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "AGREEMENT_ID", length = 36, nullable = false, updatable = false)
    String agreementId;

    @Column(name = "VERSION_NUMBER", nullable = false, updatable = false)
    int number;

    @Nationalized
    @Column(name = "LABEL", length = 64)
    String label;

    @Column(name = "MATERIAL", nullable = false)
    boolean material;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACCEPTANCE", length = 16, nullable = false)
    AcceptanceMode acceptance;

    @Column(name = "READ_TO_END", nullable = false)
    boolean readToEnd;

    @Nationalized
    @Column(name = "ARTICLES_DIFFER", length = 500)
    String articlesDiffer;

    @Column(name = "PUBLISHED_AT")
    Long publishedAt;

    @Column(name = "EFFECTIVE_AT")
    Long effectiveAt;

    @Column(name = "ENFORCED_AT")
    Long enforcedAt;

    @Column(name = "RETRACTED_AT")
    Long retractedAt;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    long createdAt;

    @Version
    @Column(name = "EDITS", nullable = false)
    int edits;

    /** Digest of what files gave it last. Changed by a statement of its own, which is no edit. */
    @Column(name = "SOURCE_DIGEST", length = 64, updatable = false)
    String source;

    Timeline timeline() {
        return new Timeline(instant(publishedAt), instant(effectiveAt), instant(enforcedAt), instant(retractedAt));
    }

    void apply(Timeline timeline) {
        publishedAt = millis(timeline.publishedAt());
        effectiveAt = millis(timeline.effectiveAt());
        enforcedAt = millis(timeline.enforcedAt());
        retractedAt = millis(timeline.retractedAt());
    }

    void apply(VersionSettings settings) {
        label = settings.label();
        material = settings.material();
        acceptance = settings.acceptance();
        readToEnd = settings.readToEnd();
        articlesDiffer = settings.articlesDiffer();
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
