package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_AGREEMENT")
@NamedQuery(
        name = AgreementEntity.BY_REALM,
        query = "select a from AgreementEntity a where a.realmId = :realmId and a.removedAt = 0 order by a.key")
@NamedQuery(
        name = AgreementEntity.BY_KEY,
        query = "select a from AgreementEntity a where a.realmId = :realmId and a.key = :key and a.removedAt = 0")
@NamedQuery(
        name = AgreementEntity.CHANGES_BY_REALM,
        query = "select a.id, a.changes from AgreementEntity a where a.realmId = :realmId and a.removedAt = 0")
@NamedQuery(
        name = AgreementEntity.SOURCES_BY_REALM,
        query = "select a.key, a.source from AgreementEntity a"
                + " where a.realmId = :realmId and a.removedAt = 0 and a.source is not null")
@NamedQuery(
        name = AgreementEntity.MOVE,
        query = "update AgreementEntity a set a.removedAt = :to where a.realmId = :realmId and a.removedAt = :from")
@NamedQuery(
        name = AgreementEntity.REMOVALS,
        query = "select max(a.removedAt) from AgreementEntity a where a.realmId = :realmId and a.removedAt > 0")
@NamedQuery(
        name = AgreementEntity.KEEP_SOURCE,
        query = "update AgreementEntity a set a.source = :source"
                + " where a.realmId = :realmId and a.key = :key and a.removedAt = 0")
public class AgreementEntity {

    static final String BY_REALM = "agreements.agreementsByRealm";
    static final String BY_KEY = "agreements.agreementByKey";
    static final String CHANGES_BY_REALM = "agreements.agreementChangesByRealm";
    static final String SOURCES_BY_REALM = "agreements.agreementSourcesByRealm";
    static final String MOVE = "agreements.moveAgreements";
    static final String REMOVALS = "agreements.removalsOfAgreements";
    static final String KEEP_SOURCE = "agreements.keepAgreementSource";

    /** No client id and no role has a line end. */
    private static final String SEPARATOR = "\n";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    String realmId;

    @Column(name = "AGREEMENT_KEY", length = 64, nullable = false, updatable = false)
    String key;

    @Enumerated(EnumType.STRING)
    @Column(name = "REQUIREMENT", length = 16, nullable = false)
    Requirement requirement;

    @Column(name = "BINDING_LOCALE", length = 35, nullable = false)
    String bindingLocale;

    @Column(name = "DISPLAY_POSITION", nullable = false)
    int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "AUDIENCE_TYPE", length = 16, nullable = false)
    Audience.Type audienceType;

    @Nationalized
    @Column(name = "AUDIENCE_VALUE", length = 2000)
    String audienceValue;

    @Column(name = "REACCEPT_AFTER_DAYS")
    Integer reacceptAfterDays;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    long createdAt;

    /** How often the settings were changed. */
    @Column(name = "EDITS", nullable = false)
    int edits;

    /** How often anything of it or of one of its versions was changed, texts of drafts left out. */
    @Version
    @Column(name = "CHANGES", nullable = false)
    int changes;

    /** When its realm was removed; 0 as long as that is there. */
    @Column(name = "REMOVED_AT", nullable = false, insertable = false, updatable = false)
    long removedAt;

    /** Digest of the settings that files gave it last. Written by a statement of its own, which is no edit. */
    @Column(name = "SOURCE_DIGEST", length = 64, insertable = false, updatable = false)
    String source;

    Audience audience() {
        return new Audience(audienceType, audienceValue == null ? Set.of() : Set.of(audienceValue.split(SEPARATOR)));
    }

    void apply(AgreementSettings settings) {
        requirement = settings.requirement();
        bindingLocale = settings.bindingLocale();
        position = settings.position();
        audienceType = settings.audience().type();
        audienceValue = settings.audience().names().isEmpty()
                ? null
                : settings.audience().names().stream().sorted().collect(Collectors.joining(SEPARATOR));
        reacceptAfterDays = settings.reacceptAfterDays();
    }
}
