package io.agreements.keycloak.jpa;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextChanges;
import io.agreements.keycloak.agreement.text.TextDigest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps agreements in {@code AGR_AGREEMENT}, {@code AGR_VERSION}, {@code AGR_TEXT}. */
final class JpaAgreementProvider implements AgreementProvider {

    private final EntityManager entities;
    private final CatalogueCache cache;
    private final RenderedTexts rendered;
    private final Clock clock;

    JpaAgreementProvider(KeycloakSession session, CatalogueCache cache, RenderedTexts rendered, Clock clock) {

        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.cache = cache;
        this.rendered = rendered;
        this.clock = clock;
    }

    @Override
    public Catalogue catalogue(RealmModel realm) {
        return cache.get(realm, () -> read(realm));
    }

    @Override
    public Optional<byte[]> content(Text text) {
        return Optional.ofNullable(entities.find(TextEntity.class, text.id())).map(entity -> entity.content);
    }

    @Override
    public String html(Text text, int headingShift) {
        return rendered.get(
                text.digest(),
                headingShift,
                () -> content(text)
                        .map(TextBytes::decode)
                        .orElseThrow(() -> new IllegalStateException("text " + text.id() + " is not there")));
    }

    @Override
    public Optional<TextChanges> changes(Text older, Text newer) {
        return rendered.changes(older, newer, text -> content(text).map(TextBytes::decode));
    }

    @Override
    public void saveAgreement(RealmModel realm, AgreementSettings settings) {
        AgreementEntity entity = find(realm, settings.key()).orElseGet(() -> newAgreement(realm, settings.key()));
        entity.apply(settings);
        entities.persist(entity);
        written(realm);
    }

    @Override
    public void addVersion(RealmModel realm, String agreementKey, NewVersion version) {
        AgreementEntity agreement = find(realm, agreementKey)
                .orElseThrow(() -> new IllegalArgumentException("no agreement " + agreementKey));
        if (find(agreement, version.number()).isPresent()) {
            throw new IllegalArgumentException(agreementKey + " has a version " + version.number() + " already");
        }
        VersionEntity entity = new VersionEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.agreementId = agreement.id;
        entity.number = version.number();
        entity.label = version.label();
        entity.material = version.material();
        entity.acceptance = version.acceptance();
        entity.readToEnd = version.readToEnd();
        entity.publishedAt = millis(version.timeline().publishedAt());
        entity.effectiveAt = millis(version.timeline().effectiveAt());
        entity.enforcedAt = millis(version.timeline().enforcedAt());
        entity.retractedAt = millis(version.timeline().retractedAt());
        entity.createdAt = clock.millis();
        entities.persist(entity);
        version.texts().forEach(text -> entities.persist(newText(entity.id, text)));
        written(realm);
    }

    @Override
    public void removeDraft(RealmModel realm, String agreementKey, int number) {
        find(realm, agreementKey)
                .flatMap(agreement -> find(agreement, number))
                .filter(version -> version.publishedAt == null)
                .ifPresent(draft -> {
                    entities.createNamedQuery(TextEntity.DELETE_BY_VERSION)
                            .setParameter("versionId", draft.id)
                            .executeUpdate();
                    entities.remove(draft);
                    written(realm);
                });
    }

    @Override
    public void retract(RealmModel realm, String agreementKey, int number, Instant retractedAt) {
        VersionEntity version = find(realm, agreementKey)
                .flatMap(agreement -> find(agreement, number))
                .filter(found -> found.publishedAt != null && found.retractedAt == null)
                .orElseThrow(() -> new IllegalArgumentException(
                        agreementKey + " has no published version " + number + " to retract"));
        version.retract(retractedAt.toEpochMilli());
        written(realm);
    }

    @Override
    public void close() {}

    private void written(RealmModel realm) {
        entities.flush();
        Revision.renew(realm);
    }

    private Catalogue read(RealmModel realm) {
        String revision = Revision.of(realm);
        List<AgreementEntity> agreements = entities.createNamedQuery(AgreementEntity.BY_REALM, AgreementEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultList();
        if (agreements.isEmpty()) {
            return new Catalogue(revision, List.of());
        }
        Map<String, List<Text>> texts = entities.createNamedQuery(TextEntity.DESCRIPTIONS_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(JpaAgreementProvider::toText, Collectors.toList())));
        Map<String, List<Version>> versions = entities.createNamedQuery(VersionEntity.BY_REALM, VersionEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        version -> version.agreementId,
                        Collectors.mapping(
                                version -> toVersion(version, texts.getOrDefault(version.id, List.of())),
                                Collectors.toList())));
        return new Catalogue(
                revision,
                agreements.stream()
                        .map(agreement -> toAgreement(agreement, versions.getOrDefault(agreement.id, List.of())))
                        .toList());
    }

    private Optional<AgreementEntity> find(RealmModel realm, String key) {
        return entities.createNamedQuery(AgreementEntity.BY_KEY, AgreementEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private Optional<VersionEntity> find(AgreementEntity agreement, int number) {
        return entities.createNamedQuery(VersionEntity.BY_NUMBER, VersionEntity.class)
                .setParameter("agreementId", agreement.id)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    private AgreementEntity newAgreement(RealmModel realm, String key) {
        AgreementEntity entity = new AgreementEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.realmId = realm.getId();
        entity.key = key;
        entity.createdAt = clock.millis();
        return entity;
    }

    private static TextEntity newText(String versionId, NewText text) {
        TextEntity entity = new TextEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.versionId = versionId;
        entity.locale = text.locale();
        entity.title = text.title();
        entity.summary = text.summary();
        entity.content = text.content();
        entity.digest = TextDigest.of(text.content());
        return entity;
    }

    private static Agreement toAgreement(AgreementEntity entity, List<Version> versions) {
        return new Agreement(
                entity.id,
                entity.key,
                entity.requirement,
                entity.bindingLocale,
                entity.position,
                entity.audience(),
                entity.reacceptAfterDays,
                versions);
    }

    private static Version toVersion(VersionEntity entity, List<Text> texts) {
        return new Version(
                entity.number,
                entity.label,
                entity.material,
                entity.acceptance,
                entity.readToEnd,
                new Timeline(
                        instant(entity.publishedAt),
                        instant(entity.effectiveAt),
                        instant(entity.enforcedAt),
                        instant(entity.retractedAt)),
                texts);
    }

    private static Text toText(Object[] row) {
        return new Text((String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
