package io.agreements.keycloak.jpa;

import io.agreements.keycloak.agreement.AcceptanceMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "AGR_VERSION")
@NamedQuery(
        name = VersionEntity.BY_REALM,
        query = "select v from VersionEntity v where v.agreementId in"
                + " (select a.id from AgreementEntity a where a.realmId = :realmId) order by v.number")
@NamedQuery(
        name = VersionEntity.BY_NUMBER,
        query = "select v from VersionEntity v where v.agreementId = :agreementId and v.number = :number")
class VersionEntity {

    static final String BY_REALM = "agreements.versionsByRealm";
    static final String BY_NUMBER = "agreements.versionByNumber";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "AGREEMENT_ID", length = 36, nullable = false, updatable = false)
    String agreementId;

    @Column(name = "VERSION_NUMBER", nullable = false, updatable = false)
    int number;

    @Column(name = "LABEL", length = 64)
    String label;

    @Column(name = "MATERIAL", nullable = false)
    boolean material;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACCEPTANCE", length = 16, nullable = false)
    AcceptanceMode acceptance;

    @Column(name = "READ_TO_END", nullable = false)
    boolean readToEnd;

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

    void retract(long when) {
        retractedAt = when;
    }
}
