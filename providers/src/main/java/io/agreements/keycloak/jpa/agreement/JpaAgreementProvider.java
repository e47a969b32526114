package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.PublicationEvent;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.agreement.StaleEditException;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextChanges;
import io.agreements.keycloak.ledger.details.PublicationDetails.Action;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps agreements in {@code AGR_AGREEMENT}, {@code AGR_VERSION}, {@code AGR_TEXT}. What users can see renews the realm's
 * revision; edits of drafts do not, so that writing a text costs no session its clearance.
 */
final class JpaAgreementProvider implements AgreementProvider {

    private final KeycloakSession session;
    private final EntityManager entities;
    private final CatalogueReader reader;
    private final CatalogueCache cache;
    private final RenderedTexts rendered;
    private final Clock clock;

    JpaAgreementProvider(KeycloakSession session, CatalogueCache cache, RenderedTexts rendered, Clock clock) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.reader = new CatalogueReader(entities);
        this.cache = cache;
        this.rendered = rendered;
        this.clock = clock;
    }

    @Override
    public Catalogue catalogue(RealmModel realm) {
        return cache.get(realm, () -> reader.read(realm));
    }

    @Override
    public Catalogue stored(RealmModel realm) {
        return reader.read(realm);
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
    public void addAgreement(RealmModel realm, AgreementSettings settings) {
        if (find(realm, settings.key()).isPresent()) {
            throw new ModelDuplicateException("there is an agreement " + settings.key() + " already");
        }
        AgreementEntity entity = new AgreementEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.realmId = realm.getId();
        entity.key = settings.key();
        entity.createdAt = clock.millis();
        entity.apply(settings);
        entities.persist(entity);
        publicly(realm, settings.key());
    }

    @Override
    public void updateAgreement(RealmModel realm, AgreementSettings settings, int edits) {
        AgreementEntity entity = agreement(realm, settings.key());
        requireUnchanged(settings.key(), edits, entity.edits);
        entity.apply(settings);
        publicly(realm, settings.key());
    }

    @Override
    public void removeAgreement(RealmModel realm, String agreementKey) {
        AgreementEntity entity = lockedAgreement(realm, agreementKey);
        boolean published = entities.createNamedQuery(VersionEntity.COUNT_PUBLISHED, Long.class)
                        .setParameter("agreementId", entity.id)
                        .getSingleResult()
                > 0;
        if (published) {
            throw new IllegalArgumentException(
                    agreementKey + " has been published: what users decided on it must stay readable");
        }
        entities.createNamedQuery(TextEntity.DELETE_BY_AGREEMENT)
                .setParameter("agreementId", entity.id)
                .executeUpdate();
        entities.createNamedQuery(VersionEntity.DELETE_BY_AGREEMENT)
                .setParameter("agreementId", entity.id)
                .executeUpdate();
        entities.remove(entity);
        publicly(realm, agreementKey);
    }

    @Override
    public void addVersion(RealmModel realm, String agreementKey, NewVersion version) {
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        if (find(agreement, version.number()).isPresent()) {
            throw new ModelDuplicateException(agreementKey + " has a version " + version.number() + " already");
        }
        VersionEntity entity = new VersionEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.agreementId = agreement.id;
        entity.number = version.number();
        entity.createdAt = clock.millis();
        entity.apply(version.settings());
        entity.apply(version.timeline());
        entities.persist(entity);
        version.texts().forEach(text -> entities.persist(newText(entity.id, text)));
        if (entity.publishedAt == null) {
            write(agreementKey);
        } else {
            publicly(realm, agreementKey);
            tell(realm, agreement, version.number(), Action.PUBLISHED);
        }
    }

    @Override
    public void updateDraft(RealmModel realm, String agreementKey, int number, VersionSettings settings, int edits) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        requireUnchanged(name(agreementKey, number), edits, draft.edits);
        draft.apply(settings);
        write(name(agreementKey, number));
    }

    @Override
    public void removeDraft(RealmModel realm, String agreementKey, int number) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        entities.createNamedQuery(TextEntity.DELETE_BY_VERSION)
                .setParameter("versionId", draft.id)
                .executeUpdate();
        entities.remove(draft);
        write(name(agreementKey, number));
    }

    @Override
    public void addText(RealmModel realm, String agreementKey, int number, NewText text) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        if (find(draft, text.locale()).isPresent()) {
            throw new ModelDuplicateException(
                    name(agreementKey, number) + " has a text in " + text.locale() + " already");
        }
        entities.persist(newText(draft.id, text));
        touch(draft, agreementKey);
    }

    @Override
    public void updateText(RealmModel realm, String agreementKey, int number, NewText text, int edits) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        TextEntity entity = text(draft, agreementKey, text.locale());
        requireUnchanged("The text of " + name(agreementKey, number) + " in " + text.locale(), edits, entity.edits);
        entity.apply(text);
        touch(draft, agreementKey);
    }

    @Override
    public void removeText(RealmModel realm, String agreementKey, int number, String locale) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        entities.remove(text(draft, agreementKey, locale));
        touch(draft, agreementKey);
    }

    @Override
    public void publish(
            RealmModel realm, String agreementKey, int number, Timeline timeline, boolean material, int edits) {
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        VersionEntity draft = draft(agreement, number);
        requireUnchanged(name(agreementKey, number), edits, draft.edits);
        draft.material = material;
        draft.apply(timeline);
        publicly(realm, name(agreementKey, number));
        tell(realm, agreement, number, Action.PUBLISHED);
    }

    @Override
    public void retract(RealmModel realm, String agreementKey, int number, Instant retractedAt) {
        AgreementEntity agreement = agreement(realm, agreementKey);
        VersionEntity version = find(agreement, number)
                .filter(found -> found.publishedAt != null && found.retractedAt == null)
                .orElseThrow(() -> new IllegalArgumentException(
                        agreementKey + " has no published version " + number + " to retract"));
        boolean begun = version.timeline().isPublished(clock.instant());
        if (begun) {
            version.retractedAt = retractedAt.toEpochMilli();
        } else {
            tell(realm, agreement, number, Action.CANCELLED);
            version.apply(Timeline.DRAFT);
        }
        publicly(realm, name(agreementKey, number));
        if (begun) {
            tell(realm, agreement, number, Action.RETRACTED);
        }
    }

    @Override
    public void close() {}

    private void publicly(RealmModel realm, String what) {
        write(what);
        Revision.renew(realm);
    }

    /** A text saved is an edit of its version too: whoever publishes has seen the texts as they are. */
    private void touch(VersionEntity draft, String agreementKey) {
        write(name(agreementKey, draft.number));
        entities.lock(draft, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        write(name(agreementKey, draft.number));
    }

    /** Two requests may have read the same count of edits; the second finds out here. */
    private void write(String what) {
        try {
            entities.flush();
        } catch (ModelIllegalStateException e) {
            throw new StaleEditException(what);
        }
    }

    private static void requireUnchanged(String what, int edits, int stored) {
        if (edits != stored) {
            throw new StaleEditException(what);
        }
    }

    private void tell(RealmModel realm, AgreementEntity agreement, int number, Action action) {
        Version version = reader.read(realm)
                .find(agreement.key)
                .flatMap(found -> found.version(number))
                .orElseThrow();
        session.getKeycloakSessionFactory()
                .publish(new PublicationEvent(session, realm, agreement.key, agreement.bindingLocale, version, action));
    }

    /** Whoever publishes or adds a version, and whoever deletes the agreement, take turns. */
    private AgreementEntity lockedAgreement(RealmModel realm, String key) {
        AgreementEntity agreement = agreement(realm, key);
        entities.lock(agreement, LockModeType.PESSIMISTIC_WRITE);
        return agreement;
    }

    private AgreementEntity agreement(RealmModel realm, String key) {
        return find(realm, key).orElseThrow(() -> new IllegalArgumentException("there is no agreement " + key));
    }

    private VersionEntity draft(AgreementEntity agreement, int number) {
        return find(agreement, number)
                .filter(version -> version.publishedAt == null)
                .orElseThrow(() -> new IllegalArgumentException(name(agreement.key, number) + " is no draft"));
    }

    private TextEntity text(VersionEntity draft, String agreementKey, String locale) {
        return find(draft, locale)
                .orElseThrow(() ->
                        new IllegalArgumentException(name(agreementKey, draft.number) + " has no text in " + locale));
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

    private Optional<TextEntity> find(VersionEntity version, String locale) {
        return entities.createNamedQuery(TextEntity.BY_LOCALE, TextEntity.class)
                .setParameter("versionId", version.id)
                .setParameter("locale", locale)
                .getResultStream()
                .findFirst();
    }

    private static TextEntity newText(String versionId, NewText text) {
        TextEntity entity = new TextEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.versionId = versionId;
        entity.locale = text.locale();
        entity.apply(text);
        return entity;
    }

    private static String name(String agreementKey, int number) {
        return "Version " + number + " of " + agreementKey;
    }
}
