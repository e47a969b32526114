package io.agreements.keycloak.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_TEXT")
@NamedQuery(
        name = TextEntity.DESCRIPTIONS_BY_REALM,
        query =
                "select t.versionId, t.id, t.locale, t.title, t.summary, t.digest from TextEntity t where t.versionId in"
                        + " (select v.id from VersionEntity v where v.agreementId in"
                        + " (select a.id from AgreementEntity a where a.realmId = :realmId)) order by t.locale")
@NamedQuery(name = TextEntity.DELETE_BY_VERSION, query = "delete from TextEntity t where t.versionId = :versionId")
class TextEntity {

    static final String DESCRIPTIONS_BY_REALM = "agreements.textDescriptionsByRealm";
    static final String DELETE_BY_VERSION = "agreements.deleteTextsByVersion";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "VERSION_ID", length = 36, nullable = false, updatable = false)
    String versionId;

    @Column(name = "LOCALE", length = 35, nullable = false, updatable = false)
    String locale;

    @Nationalized
    @Column(name = "TITLE", length = 255, nullable = false)
    String title;

    @Nationalized
    @Column(name = "SUMMARY", length = 2000)
    String summary;

    @Column(name = "CONTENT", nullable = false)
    byte[] content;

    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;
}
