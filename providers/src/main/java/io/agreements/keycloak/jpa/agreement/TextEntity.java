package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.text.TextDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_TEXT")
@NamedQuery(
        name = TextEntity.DESCRIPTIONS_BY_REALM,
        query = "select t.versionId, t.id, t.locale, t.title, t.summary, t.digest, t.edits"
                + " from AgreementEntity a, VersionEntity v, TextEntity t"
                + " where a.realmId = :realmId and a.removedAt = 0 and v.agreementId = a.id and t.versionId = v.id"
                + " order by t.locale")
@NamedQuery(
        name = TextEntity.DESCRIPTIONS_BY_AGREEMENT,
        query = "select t.versionId, t.id, t.locale, t.title, t.summary, t.digest, t.edits"
                + " from VersionEntity v, TextEntity t"
                + " where v.agreementId = :agreementId and t.versionId = v.id order by t.locale")
@NamedQuery(
        name = TextEntity.DESCRIPTIONS_BY_VERSION,
        query = "select t.versionId, t.id, t.locale, t.title, t.summary, t.digest, t.edits"
                + " from TextEntity t where t.versionId = :versionId order by t.locale")
@NamedQuery(
        name = TextEntity.BY_VERSION,
        query = "select t from TextEntity t where t.versionId = :versionId order by t.locale")
@NamedQuery(name = TextEntity.DELETE_BY_VERSION, query = "delete from TextEntity t where t.versionId = :versionId")
@NamedQuery(
        name = TextEntity.BY_LOCALE,
        query = "select t from TextEntity t where t.versionId = :versionId and t.locale = :locale")
public class TextEntity {

    static final String DESCRIPTIONS_BY_REALM = "agreements.textDescriptionsByRealm";
    static final String BY_VERSION = "agreements.textsByVersion";
    static final String DELETE_BY_VERSION = "agreements.deleteTextsByVersion";
    static final String BY_LOCALE = "agreements.textByLocale";
    static final String DESCRIPTIONS_BY_AGREEMENT = "agreements.textDescriptionsByAgreement";
    static final String DESCRIPTIONS_BY_VERSION = "agreements.textDescriptionsByVersion";

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

    @Version
    @Column(name = "EDITS", nullable = false)
    int edits;

    void apply(NewText text) {
        title = text.title();
        summary = text.summary();
        content = text.content();
        digest = TextDigest.of(text.content());
    }
}
