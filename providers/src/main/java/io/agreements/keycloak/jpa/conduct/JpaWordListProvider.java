package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.content.StoredWordList;
import io.agreements.keycloak.conduct.content.WordFile;
import io.agreements.keycloak.conduct.content.WordList;
import io.agreements.keycloak.conduct.content.WordListProvider;
import io.agreements.keycloak.conduct.content.WordListReader;
import io.agreements.keycloak.jpa.Collisions;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Keeps lists in {@code AGR_WORD_LIST}. */
final class JpaWordListProvider implements WordListProvider {

    private final EntityManager entities;
    private final WordListCache cache;

    /** Null if the server has none. */
    private final WordFile file;

    JpaWordListProvider(EntityManager entities, WordListCache cache, WordFile file) {
        this.entities = entities;
        this.cache = cache;
        this.file = file;
    }

    @Override
    public List<WordList> lists(RealmModel realm) {
        WordList own = cache.get(realm, new Stored(realm));
        return file == null ? List.of(own) : List.of(file.list(), own);
    }

    @Override
    public Optional<StoredWordList> find(RealmModel realm) {
        WordListEntity entity = entities.find(WordListEntity.class, realm.getId());
        if (entity == null) {
            return Optional.empty();
        }
        entities.detach(entity);
        return Optional.of(entity.toList());
    }

    @Override
    public int entriesOfServer() {
        return file == null ? 0 : file.list().entries();
    }

    @Override
    public boolean replace(RealmModel realm, StoredWordList list, String before) {
        boolean replaced = before == null ? add(realm, list) : update(realm, list, before);
        if (replaced) {
            WordListCache.tell(realm, list.digest());
        }
        return replaced;
    }

    private boolean add(RealmModel realm, StoredWordList list) {
        if (new Stored(realm).digest() != null) {
            return false;
        }
        WordListEntity entity = WordListEntity.of(realm.getId(), list);
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        entities.detach(entity);
        return true;
    }

    private boolean update(RealmModel realm, StoredWordList list, String before) {
        return Collisions.telling(() -> entities.createNamedQuery(WordListEntity.REPLACE)
                        .setParameter("realmId", realm.getId())
                        .setParameter("before", before)
                        .setParameter("digest", list.digest())
                        .setParameter("content", list.content().getBytes(StandardCharsets.UTF_8))
                        .setParameter("entries", list.entries())
                        .setParameter("changedAt", list.changedAt().toEpochMilli())
                        .setParameter("changedBy", list.changedBy())
                        .executeUpdate())
                == 1;
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(WordListEntity.DELETE)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
        cache.forget(realm.getId());
    }

    private final class Stored implements WordListCache.Source {

        private final RealmModel realm;

        Stored(RealmModel realm) {
            this.realm = realm;
        }

        @Override
        public String digest() {
            return entities.createNamedQuery(WordListEntity.DIGEST_OF, String.class)
                    .setParameter("realmId", realm.getId())
                    .getResultStream()
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public WordList read() {
            return find(realm)
                    .map(list -> WordListReader.read(list.content().getBytes(StandardCharsets.UTF_8)))
                    .orElse(WordList.EMPTY);
        }
    }
}
