package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.agreement.StaleEditException;
import io.agreements.keycloak.agreement.StateConflictException;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.editing.AgreementRules;
import io.agreements.keycloak.agreement.editing.PublicationEvent;
import io.agreements.keycloak.agreement.editing.SettingsEvent;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.ledger.ShortIds;
import io.agreements.keycloak.ledger.details.PublicationDetails.Action;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
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
    private final ComparisonsAhead ahead;
    private final Clock clock;

    JpaAgreementProvider(
            KeycloakSession session,
            CatalogueCache cache,
            RenderedTexts rendered,
            ComparisonsAhead ahead,
            Clock clock) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.reader = new CatalogueReader(entities);
        this.cache = cache;
        this.rendered = rendered;
        this.ahead = ahead;
        this.clock = clock;
    }

    @Override
    public Catalogue catalogue(RealmModel realm) {
        return cache.get(realm, new CatalogueCache.Source() {
            @Override
            public StoredCatalogue read() {
                return reader.read(realm);
            }

            @Override
            public Map<String, Integer> changes() {
                return reader.changes(realm);
            }
        });
    }

    @Override
    public Catalogue stored(RealmModel realm) {
        return reader.read(realm).catalogue();
    }

    @Override
    public Optional<byte[]> content(Text text) {
        return Optional.ofNullable(entities.find(TextEntity.class, text.id())).map(entity -> entity.content);
    }

    @Override
    public RenderedText rendered(Text text, Surroundings surroundings) {
        return rendered.get(text.digest(), surroundings, () -> requireContent(text));
    }

    @Override
    public List<AttentionClause> attention(Text text) {
        return rendered.attention(text.digest(), () -> requireContent(text));
    }

    private byte[] requireContent(Text text) {
        return content(text).orElseThrow(() -> new IllegalStateException("text " + text.id() + " is not there"));
    }

    @Override
    public Optional<TextChanges> changes(Text older, Text newer) {
        return rendered.changes(older, newer, this::content);
    }

    @Override
    public Optional<TextChanges> changesForAnybody(Text older, Text newer) {
        return rendered.changesForAnybody(older, newer, this::content);
    }

    @Override
    public void addAgreement(RealmModel realm, AgreementSettings settings) {
        if (find(realm, settings.key()).isPresent()) {
            throw new ModelDuplicateException("there is an agreement " + settings.key() + " already");
        }
        Limits.requireAgreements(reader.changes(realm).size() + 1);
        AgreementEntity entity = new AgreementEntity();
        entity.id = ShortIds.random();
        entity.realmId = realm.getId();
        entity.key = settings.key();
        entity.createdAt = clock.millis();
        entity.apply(settings);
        entities.persist(entity);
        publicly(realm, settings.key());
    }

    @Override
    public void updateAgreement(RealmModel realm, AgreementSettings settings, int edits) {
        AgreementEntity entity = lockedAgreement(realm, settings.key());
        requireUnchanged(settings.key(), edits, entity.edits);
        Agreement before = reader.read(entity);
        refuseIf(AgreementRules.againstSettings(before, settings));
        entity.apply(settings);
        entity.edits++;
        publicly(realm, settings.key());
        session.getKeycloakSessionFactory().publish(new SettingsEvent(session, realm, before, settings));
    }

    @Override
    public void removeAgreement(RealmModel realm, String agreementKey) {
        AgreementEntity entity = lockedAgreement(realm, agreementKey);
        refuseIf(AgreementRules.againstRemoval(reader.read(entity)));
        entities.createNamedQuery(VersionEntity.BY_AGREEMENT, VersionEntity.class)
                .setParameter("agreementId", entity.id)
                .getResultList()
                .forEach(draft -> remove(agreementKey, draft));
        entities.remove(entity);
        publicly(realm, agreementKey);
    }

    @Override
    public void writeVersions(RealmModel realm, String agreementKey, List<VersionWrite> versions) {
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        Agreement state = reader.read(agreement);
        List<TextEntity> texts = new ArrayList<>();
        Map<Integer, Outlines> outlines = new HashMap<>();
        for (VersionWrite wanted : versions) {
            NewVersion version = wanted.version();
            if (version.timeline().publishedAt() != null) {
                outlines.put(version.number(), Outlines.of(version.contents()));
            }
            state = state.with(write(agreement, state, wanted, outlines.get(version.number()), texts));
        }
        write(agreementKey);
        texts.forEach(entities::detach);
        forgetVersions(agreement);
        Agreement written = state;
        List<Version> published = versions.stream()
                .map(VersionWrite::version)
                .filter(version -> version.timeline().publishedAt() != null)
                .flatMap(version -> written.version(version.number()).stream())
                .toList();
        if (!published.isEmpty()) {
            Revision.renew(realm);
            published.forEach(
                    version -> tellPublished(realm, agreement, written, version, outlines.get(version.number())));
        }
    }

    /** @param outlines what was recognised as such in its texts; null for a draft */
    private Version write(
            AgreementEntity agreement,
            Agreement state,
            VersionWrite wanted,
            Outlines outlines,
            List<TextEntity> written) {
        NewVersion version = wanted.version();
        if (wanted.isNew() && state.version(version.number()).isPresent()) {
            throw new ModelDuplicateException(agreement.key + " has a version " + version.number() + " already");
        }
        if (outlines != null) {
            requirePublishable(
                    state, version.number(), outlines, version.settings().articlesDiffer());
        }
        VersionEntity entity = wanted.isNew()
                ? newVersion(agreement, state, wanted)
                : draft(agreement, version.number(), wanted.edits());
        entity.apply(version.settings());
        List<TextEntity> texts = wanted.isNew() ? newTexts(entity, version) : replaceTexts(entity, version);
        if (!wanted.isNew()) {
            touch(entity, agreement.key);
        }
        entity.apply(version.timeline());
        if (outlines != null) {
            entity.articlesDiffer = AgreementRules.keptReason(outlines, entity.articlesDiffer);
        }
        written.addAll(texts);
        return CatalogueReader.toVersion(
                entity, texts.stream().map(CatalogueReader::toText).toList());
    }

    /** With all that is known of it, so that one statement writes it. */
    private VersionEntity newVersion(AgreementEntity agreement, Agreement state, VersionWrite wanted) {
        Limits.requireVersions(state.versions().size() + 1);
        NewVersion version = wanted.version();
        VersionEntity entity = new VersionEntity();
        entity.id = KeycloakModelUtils.generateId();
        entity.agreementId = agreement.id;
        entity.number = version.number();
        entity.createdAt = clock.millis();
        entity.source = wanted.source();
        entity.apply(version.settings());
        entity.apply(version.timeline());
        entities.persist(entity);
        return entity;
    }

    private VersionEntity draft(AgreementEntity agreement, int number, int edits) {
        VersionEntity draft = draft(agreement, number);
        requireUnchanged(name(agreement.key, number), edits, draft.edits);
        return draft;
    }

    private List<TextEntity> newTexts(VersionEntity entity, NewVersion version) {
        List<TextEntity> texts =
                version.texts().stream().map(text -> newText(entity.id, text)).toList();
        texts.forEach(entities::persist);
        return texts;
    }

    private List<TextEntity> replaceTexts(VersionEntity draft, NewVersion version) {
        Map<String, TextEntity> known =
                texts(draft).stream().collect(Collectors.toMap(text -> text.locale, text -> text));
        List<TextEntity> texts = new ArrayList<>();
        for (NewText text : version.texts()) {
            TextEntity entity = known.remove(text.locale());
            if (entity == null) {
                entity = newText(draft.id, text);
                entities.persist(entity);
            } else {
                entity.apply(text);
            }
            texts.add(entity);
        }
        known.values().forEach(entities::remove);
        return texts;
    }

    /** They are written, and would only be compared with what is stored, again and again, until the transaction ends. */
    private void forgetVersions(AgreementEntity agreement) {
        entities.createNamedQuery(VersionEntity.BY_AGREEMENT, VersionEntity.class)
                .setParameter("agreementId", agreement.id)
                .getResultList()
                .forEach(entities::detach);
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
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        remove(agreementKey, draft(agreement, number));
    }

    @Override
    public void addText(RealmModel realm, String agreementKey, int number, NewText text) {
        VersionEntity draft = draft(agreement(realm, agreementKey), number);
        if (find(draft, text.locale()).isPresent()) {
            throw new ModelDuplicateException(
                    name(agreementKey, number) + " has a text in " + text.locale() + " already");
        }
        Limits.requireLanguages(texts(draft).size() + 1);
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
    public void publish(RealmModel realm, String agreementKey, int number, Publication publication, int edits) {
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        VersionEntity draft = draft(agreement, number);
        requireUnchanged(name(agreementKey, number), edits, draft.edits);
        Map<String, byte[]> contents =
                texts(draft).stream().collect(Collectors.toMap(text -> text.locale, text -> text.content));
        Outlines outlines = Outlines.of(contents);
        Agreement state = reader.read(agreement);
        requirePublishable(state, number, outlines, publication.articlesDiffer());
        draft.material = publication.material();
        draft.articlesDiffer = AgreementRules.keptReason(outlines, publication.articlesDiffer());
        draft.apply(publication.timeline());
        publicly(realm, name(agreementKey, number));
        tellPublished(realm, agreement, state, reader.read(draft), outlines);
    }

    @Override
    public void retract(RealmModel realm, String agreementKey, int number, Instant retractedAt, int edits) {
        AgreementEntity agreement = lockedAgreement(realm, agreementKey);
        VersionEntity version = version(agreement, number);
        requireUnchanged(name(agreementKey, number), edits, version.edits);
        refuseIf(AgreementRules.againstRetraction(agreementKey, CatalogueReader.toVersion(version, List.of())));
        Timeline timeline = version.timeline();
        if (retractedAt.isBefore(timeline.publishedAt())) {
            tell(realm, agreement, version, Action.CANCELLED);
            version.apply(Timeline.DRAFT);
            publicly(realm, name(agreementKey, number));
        } else {
            version.apply(
                    new Timeline(timeline.publishedAt(), timeline.effectiveAt(), timeline.enforcedAt(), retractedAt));
            publicly(realm, name(agreementKey, number));
            tell(realm, agreement, version, Action.RETRACTED);
        }
    }

    @Override
    public Map<String, String> sources(RealmModel realm) {
        Map<String, String> sources = new HashMap<>();
        entities.createNamedQuery(AgreementEntity.SOURCES_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .forEach(row -> sources.put((String) row[0], (String) row[1]));
        entities.createNamedQuery(VersionEntity.SOURCES_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .forEach(row -> sources.put(row[0] + "/" + row[1], (String) row[2]));
        return sources;
    }

    @Override
    public void keepSources(RealmModel realm, Map<String, String> digests) {
        digests.forEach((name, digest) -> {
            int slash = name.indexOf('/');
            boolean ofSettings = slash < 0;
            Query update = entities.createNamedQuery(
                            ofSettings ? AgreementEntity.KEEP_SOURCE : VersionEntity.KEEP_SOURCE)
                    .setParameter("realmId", realm.getId())
                    .setParameter("key", ofSettings ? name : name.substring(0, slash))
                    .setParameter("source", digest);
            if (!ofSettings) {
                update.setParameter("number", Integer.valueOf(name.substring(slash + 1)));
            }
            update.executeUpdate();
        });
    }

    @Override
    public void apart(RealmModel realm, Part part) {
        orStale(
                "The agreements of the realm",
                () -> KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(), session.getContext(), own -> {
                            RealmModel same = own.realms().getRealm(realm.getId());
                            own.getContext().setRealm(same);
                            own.getContext().setBearerToken(session.getContext().getBearerToken());
                            part.write(own.getProvider(AgreementProvider.class), same);
                        }));
    }

    @Override
    public void close() {}

    private void publicly(RealmModel realm, String what) {
        write(what);
        Revision.renew(realm);
    }

    private static void requirePublishable(Agreement state, int number, Outlines outlines, String articlesDiffer) {
        AgreementRules.againstPublication(state, state.bindingLocale(), number, outlines, articlesDiffer)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
    }

    private static void refuseIf(Optional<String> problem) {
        problem.ifPresent(found -> {
            throw new StateConflictException(found);
        });
    }

    /** The version first: whoever writes one of its texts meanwhile finds it gone, and leaves none behind. */
    private void remove(String agreementKey, VersionEntity draft) {
        entities.remove(draft);
        write(name(agreementKey, draft.number));
        entities.createNamedQuery(TextEntity.DELETE_BY_VERSION)
                .setParameter("versionId", draft.id)
                .executeUpdate();
    }

    /** A text saved is an edit of its version too: whoever publishes has seen the texts as they are. */
    private void touch(VersionEntity draft, String agreementKey) {
        String what = name(agreementKey, draft.number);
        write(what);
        lock(draft, what);
        write(what);
    }

    /** Two requests may have read the same count of edits; the second finds out here. */
    private void write(String what) {
        orStale(what, entities::flush);
    }

    /**
     * Counts a change, so that whoever read the same count finds out, whatever the database lets a transaction see. The row
     * is taken first, at once and only if its count is the one that was read: Hibernate may put the counting off until the
     * transaction ends, when nobody can tell the caller any more.
     */
    private void lock(Object entity, String what) {
        orStale(what, () -> {
            entities.lock(entity, LockModeType.PESSIMISTIC_WRITE);
            entities.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        });
    }

    private static void orStale(String what, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            if (Collisions.isOne(e)) {
                throw new StaleEditException(what, e);
            }
            throw e;
        }
    }

    private static void requireUnchanged(String what, int edits, int stored) {
        if (edits != stored) {
            throw new StaleEditException(what);
        }
    }

    /** @param state the agreement with the versions before that one */
    private void tellPublished(
            RealmModel realm, AgreementEntity agreement, Agreement state, Version version, Outlines outlines) {
        tell(
                realm,
                agreement,
                version,
                Action.PUBLISHED,
                version.articlesDiffer() == null ? Map.of() : outlines.articleCounts());
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AfterCompletion.onCommit(session, () -> ahead.compare(state, version, text -> contentApart(factory, text)));
    }

    /** So that no transaction lasts as long as texts are compared. */
    private static Optional<byte[]> contentApart(KeycloakSessionFactory factory, Text text) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, own -> own.getProvider(AgreementProvider.class).content(text));
    }

    private void tell(RealmModel realm, AgreementEntity agreement, VersionEntity entity, Action action) {
        tell(realm, agreement, reader.read(entity), action, Map.of());
    }

    private void tell(
            RealmModel realm,
            AgreementEntity agreement,
            Version version,
            Action action,
            Map<String, Integer> articles) {
        session.getKeycloakSessionFactory()
                .publish(new PublicationEvent(
                        session, realm, agreement.key, agreement.bindingLocale, version, action, articles));
    }

    /**
     * Whoever publishes, retracts, adds or deletes a version, changes settings or deletes the agreement does so alone: of
     * two who read the same state one is refused. What is read of the agreement from then on is as it is now.
     */
    private AgreementEntity lockedAgreement(RealmModel realm, String key) {
        AgreementEntity agreement = agreement(realm, key);
        lock(agreement, key);
        return agreement;
    }

    private AgreementEntity agreement(RealmModel realm, String key) {
        return find(realm, key)
                .orElseThrow(() -> new StateConflictException("There is no agreement " + key + " any more."));
    }

    private VersionEntity draft(AgreementEntity agreement, int number) {
        VersionEntity version = version(agreement, number);
        refuseIf(AgreementRules.againstChange(agreement.key, CatalogueReader.toVersion(version, List.of())));
        return version;
    }

    private VersionEntity version(AgreementEntity agreement, int number) {
        return find(agreement, number)
                .orElseThrow(
                        () -> new StateConflictException("There is no " + name(agreement.key, number) + " any more."));
    }

    private List<TextEntity> texts(VersionEntity version) {
        return entities.createNamedQuery(TextEntity.BY_VERSION, TextEntity.class)
                .setParameter("versionId", version.id)
                .getResultList();
    }

    private TextEntity text(VersionEntity draft, String agreementKey, String locale) {
        return find(draft, locale)
                .orElseThrow(() -> new StateConflictException(
                        name(agreementKey, draft.number) + " has no text in " + locale + " any more."));
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
