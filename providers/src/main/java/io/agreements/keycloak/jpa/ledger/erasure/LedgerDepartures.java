package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.hold.HeldErasure;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;

/**
 * Erases from records what identifies users who are gone. Where a hold lasts in their realm, what it keeps is passed over,
 * and who is passed over waits in {@code AGR_HELD_ERASURE}. The holds found are locked before, so that none of them ends
 * between the two.
 */
public final class LedgerDepartures {

    /** Ids of users who are gone, in the place of ids that are names. */
    private static final String PSEUDONYM = "gone:";

    /** What goes with a user whose id is no name. */
    private static final Set<ErasableGroup> OF_LOCAL_USERS =
            Set.of(ErasableGroup.IDENTITY, ErasableGroup.CONNECTION, ErasableGroup.FREE_TEXT);

    /** Of one user, who may have been renamed. */
    private static final int MOST_USERNAMES = 50;

    /** Records that are looked at to say from how many something is to be erased. */
    private static final int MOST_COUNTED = 20_000;

    private final EntityManager entities;

    public LedgerDepartures(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of whom no hold keeps anything, and whose ids are no names, together; the others one by one. */
    public Map<String, Erasure> eraseUsers(String realmId, Collection<String> userIds, Instant goneAt) {
        Map<String, Erasure> erasures = new HashMap<>();
        InParts.of(userIds).forEach(part -> erasures.putAll(eraseSome(realmId, part, goneAt)));
        return erasures;
    }

    private Map<String, Erasure> eraseSome(String realmId, List<String> userIds, Instant goneAt) {
        Map<String, List<String>> usernames = usernames(realmId, userIds);
        deleteHoldsOver(realmId, userIds);
        List<HoldEntity> holds = lock(ofUsers(HoldEntity.CONCERNING_USERS, HoldEntity.class, realmId, userIds));
        Map<String, Long> together = eraseTogether(
                realmId,
                userIds.stream()
                        .filter(userId -> isLocal(userId) && !isConcerned(userId, holds))
                        .toList());
        Map<String, Erasure> erasures = new HashMap<>();
        for (String userId : userIds) {
            List<String> names = usernames.getOrDefault(userId, List.of());
            if (together.containsKey(userId)) {
                erasures.put(
                        userId, new Erasure(userId, userId, userId, together.get(userId), groups(userId), names, 0));
            } else if (isConcerned(userId, holds)) {
                erasures.put(userId, eraseFree(holds, realmId, userId, goneAt, names));
            } else {
                erasures.put(userId, eraseName(realmId, userId, names));
            }
        }
        return erasures;
    }

    private static boolean isConcerned(String userId, List<HoldEntity> holds) {
        return holds.stream().anyMatch(hold -> hold.agreementKey != null || userId.equals(hold.userId));
    }

    /** If all of them have more names than can be, those of each are looked for alone. */
    private Map<String, List<String>> usernames(String realmId, List<String> userIds) {
        int most = MOST_USERNAMES * userIds.size();
        List<Object[]> found = ofUsers(RecordEntity.USERNAMES, Object[].class, realmId, userIds)
                .setMaxResults(most)
                .getResultList();
        if (found.size() == most && userIds.size() > 1) {
            Map<String, List<String>> each = new HashMap<>();
            userIds.forEach(userId -> each.putAll(usernames(realmId, List.of(userId))));
            return each;
        }
        Map<String, List<String>> usernames = new HashMap<>();
        for (Object[] name : found) {
            List<String> known = usernames.computeIfAbsent((String) name[0], any -> new ArrayList<>());
            if (known.size() < MOST_USERNAMES) {
                known.add((String) name[1]);
            }
        }
        return usernames;
    }

    /**
     * Who decides at the same moment holds the row of the user, and has been waited for: nothing comes between the two
     * statements but the expiry of a connection.
     *
     * @return from how many records of each something was erased
     */
    private Map<String, Long> eraseTogether(String realmId, List<String> userIds) {
        if (userIds.size() < 2) {
            return userIds.stream()
                    .collect(Collectors.toMap(userId -> userId, userId -> erase(realmId, List.of(userId))));
        }
        Map<String, Long> records = new HashMap<>();
        userIds.forEach(userId -> records.put(userId, 0L));
        ofUsers(RecordEntity.COUNT_BY_USERS, Object[].class, realmId, userIds)
                .getResultList()
                .forEach(count -> records.put((String) count[0], (Long) count[1]));
        erase(realmId, userIds);
        return records;
    }

    private long erase(String realmId, List<String> userIds) {
        long records = entities.createNamedQuery(RecordEntity.ERASE_BY_USERS)
                .setParameter("realmId", realmId)
                .setParameter("userIds", userIds)
                .executeUpdate();
        new Connections(entities, realmId).deleteOf(userIds);
        return records;
    }

    private Erasure eraseName(String realmId, String userId, List<String> usernames) {
        long records = erase(realmId, List.of(userId));
        String pseudonym = newPseudonym();
        records = Math.max(records, rename(realmId, userId, pseudonym));
        return new Erasure(pseudonym, pseudonym, pseudonym, records, groups(userId), usernames, 0);
    }

    private Erasure eraseFree(
            List<HoldEntity> holds, String realmId, String userId, Instant goneAt, List<String> usernames) {
        HeldErasureEntity waiting = find(realmId, userId, LockModeType.PESSIMISTIC_WRITE);
        boolean isWaiting = waiting != null;
        if (!isWaiting) {
            waiting = new HeldErasureEntity();
            waiting.userId = userId;
            waiting.realmId = realmId;
        }
        if (!isLocal(userId) && waiting.pseudonym == null) {
            waiting.pseudonym = newPseudonym();
        }
        // Whoever was there again meanwhile, under the same id, has gone as well.
        waiting.goneAt = goneAt.toEpochMilli();
        long records = eraseFree(waiting, waiting.goneAt);
        boolean kept = isKept(waiting);
        if (kept && !isWaiting) {
            InsertIfAbsent.insert(entities, waiting);
        } else if (isWaiting && !kept) {
            entities.remove(waiting);
        }
        entities.flush();
        String pseudonym = isLocal(userId) ? userId : waiting.pseudonym;
        boolean held = holds.stream().anyMatch(hold -> userId.equals(hold.userId));
        return new Erasure(
                held ? userId : pseudonym,
                kept ? userId : pseudonym,
                pseudonym,
                records,
                groups(userId),
                usernames,
                kept ? 1 : 0);
    }

    /** @param goneAt whoever is there under the same name later is left alone */
    private long eraseFree(HeldErasureEntity waiting, long goneAt) {
        long erased = ofUser(RecordEntity.ERASE_FREE_BY_USER, waiting.realmId, waiting.userId)
                .setParameter("goneAt", goneAt)
                .executeUpdate();
        new Connections(entities, waiting.realmId).deleteFreeOf(waiting.userId, goneAt);
        long renamed = 0;
        if (waiting.pseudonym != null) {
            renamed = ofUser(RecordEntity.RENAME_FREE, waiting.realmId, waiting.userId)
                    .setParameter("goneAt", goneAt)
                    .setParameter("pseudonym", waiting.pseudonym)
                    .executeUpdate();
            renameAdministrator(waiting.userId, waiting.pseudonym);
        }
        return Math.max(erased, renamed);
    }

    private boolean isKept(HeldErasureEntity waiting) {
        String left = isLocal(waiting.userId) ? RecordEntity.IDENTIFYING : RecordEntity.NAMING;
        return !entities.createNamedQuery(left, String.class)
                .setParameter("realmId", waiting.realmId)
                .setParameter("userId", waiting.userId)
                .setParameter("goneAt", waiting.goneAt)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What no hold keeps any more; the user waits on if another one does. */
    Erasure carryOut(HeldErasure erasure) {
        HeldErasureEntity waiting = find(erasure.realmId(), erasure.userId(), LockModeType.PESSIMISTIC_WRITE);
        if (waiting == null) {
            return new Erasure(erasure.userId(), erasure.userId(), erasure.userId(), 0, Set.of(), List.of(), 0);
        }
        if (!isLocal(waiting.userId) && waiting.pseudonym == null) {
            waiting.pseudonym = newPseudonym();
        }
        long records = eraseFree(waiting, waiting.goneAt);
        boolean kept = isKept(waiting);
        if (!kept) {
            renameDeparture(waiting);
            entities.remove(waiting);
            entities.flush();
            deleteHoldsOver(waiting.realmId, List.of(waiting.userId));
        }
        String pseudonym = isLocal(waiting.userId) ? waiting.userId : waiting.pseudonym;
        return new Erasure(pseudonym, pseudonym, pseudonym, records, groups(waiting.userId), List.of(), kept ? 1 : 0);
    }

    private void renameDeparture(HeldErasureEntity waiting) {
        if (waiting.pseudonym != null) {
            ofUser(RecordEntity.RENAME_DEPARTURE, waiting.realmId, waiting.userId)
                    .setParameter("goneAt", waiting.goneAt)
                    .setParameter("pseudonym", waiting.pseudonym)
                    .executeUpdate();
        }
    }

    public Erasure eraseRealm(String realmId, Instant goneAt) {
        entities.createNamedQuery(RetentionEntity.DELETE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
        entities.createNamedQuery(RetentionRunEntity.DELETE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
        entities.createNamedQuery(HoldEntity.DELETE_SETTLED_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
        boolean held = !lock(active(realmId)).isEmpty();
        Long last = entities.createNamedQuery(RecordEntity.LAST_AT, Long.class)
                .setParameter("realmKey", RecordKeys.ofRealm(realmId))
                .setParameter("realmId", realmId)
                .getSingleResult();
        // One beyond all moments, which somebody has stored, would leave the others of the realm as they are.
        long lastAt = last == null ? goneAt.toEpochMilli() : Math.min(last, Long.MAX_VALUE - 1);
        long records = toErase(realmId);
        boolean behind = !held || records == Erasure.MANY;
        new JpaRealmErasures(entities).add(realmId, goneAt.toEpochMilli(), lastAt, behind, held);
        if (behind) {
            return Erasure.ofMany(records, held ? Erasure.MANY : 0);
        }
        return eraseFree(realmId, goneAt);
    }

    /** No more are looked at than a removal has time for. */
    private long toErase(String realmId) {
        Object[] counts = entities.createNamedQuery(RecordEntity.TO_ERASE_BY_REALM, Object[].class)
                .setParameter("realmKey", RecordKeys.ofRealm(realmId))
                .setParameter("realmId", realmId)
                .setParameter("most", MOST_COUNTED + 1)
                .getSingleResult();
        long looked = ((Number) counts[0]).longValue();
        if (looked > MOST_COUNTED) {
            return Erasure.MANY;
        }
        return looked == 0 ? 0 : ((Number) counts[1]).longValue();
    }

    private Erasure eraseFree(String realmId, Instant goneAt) {
        long records = entities.createNamedQuery(RecordEntity.ERASE_FREE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
        new Connections(entities, realmId).deleteAllFree();
        return Erasure.ofMany(records, waiting(realmId, goneAt, "").executeUpdate());
    }

    public Erasure eraseUsersOf(String realmId, String userStoreId, Instant goneAt) {
        String prefix = Prefixes.ofUsersOf(userStoreId);
        boolean held = !lock(active(realmId)).isEmpty();
        long records = entities.createNamedQuery(
                        held ? RecordEntity.ERASE_FREE_USERS_GONE : RecordEntity.ERASE_USERS_GONE)
                .setParameter("realmId", realmId)
                .setParameter("storePrefix", prefix)
                .executeUpdate();
        new Connections(entities, realmId).deleteOfStore(prefix, held);
        long users = held
                ? waiting(realmId, goneAt, " and " + RecordEntity.OF_STORE)
                        .setParameter("storePrefix", prefix)
                        .executeUpdate()
                : 0;
        return Erasure.ofMany(records, users);
    }

    /**
     * Of a user who waits for the end of a hold all records get the same pseudonym, whenever their turn comes. The store is
     * gone: nobody is there under the name since.
     */
    public Erasure eraseName(String realmId, String userId, Instant goneAt) {
        HeldErasureEntity waiting = find(realmId, userId, LockModeType.PESSIMISTIC_WRITE);
        if (waiting == null) {
            return eraseUsers(realmId, List.of(userId), goneAt).get(userId);
        }
        if (waiting.pseudonym == null) {
            waiting.pseudonym = newPseudonym();
            entities.flush();
        }
        long records = eraseFree(waiting, goneAt.toEpochMilli());
        return new Erasure(
                waiting.pseudonym,
                waiting.pseudonym,
                waiting.pseudonym,
                records,
                groups(userId),
                List.of(),
                isKept(waiting) ? 1 : 0);
    }

    private Query waiting(String realmId, Instant goneAt, String scope) {
        return entities.createQuery(HeldErasureEntity.WAIT.formatted(goneAt.toEpochMilli(), scope))
                .setParameter("realmId", realmId);
    }

    private HeldErasureEntity find(String realmId, String userId, LockModeType lock) {
        return entities.find(HeldErasureEntity.class, new HeldErasureEntity.Key(userId, realmId), lock);
    }

    private TypedQuery<HoldEntity> active(String realmId) {
        return entities.createNamedQuery(HoldEntity.ACTIVE, HoldEntity.class).setParameter("realmId", realmId);
    }

    private List<HoldEntity> lock(TypedQuery<HoldEntity> holds) {
        List<HoldEntity> found =
                holds.setLockMode(LockModeType.PESSIMISTIC_READ).getResultList();
        found.forEach(entities::detach);
        return found;
    }

    private void deleteHoldsOver(String realmId, List<String> userIds) {
        entities.createNamedQuery(HoldEntity.DELETE_OVER_BY_USERS)
                .setParameter("realmId", realmId)
                .setParameter("userIds", userIds)
                .executeUpdate();
    }

    private <T> TypedQuery<T> ofUsers(String query, Class<T> type, String realmId, List<String> userIds) {
        return entities.createNamedQuery(query, type)
                .setParameter("realmId", realmId)
                .setParameter("userIds", userIds);
    }

    private Query ofUser(String query, String realmId, String userId) {
        return entities.createNamedQuery(query).setParameter("realmId", realmId).setParameter("userId", userId);
    }

    private long rename(String realmId, String userId, String pseudonym) {
        long records = ofUser(RecordEntity.RENAME, realmId, userId)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
        renameAdministrator(userId, pseudonym);
        return records;
    }

    /** Whose acts as an administrator are all that the ledger tells: what was erased, by realm. */
    public Map<String, Erasure> eraseAdministrator(String userId) {
        String pseudonym = newPseudonym();
        Map<String, Erasure> erasures = new TreeMap<>();
        for (Object[] acts : entities.createNamedQuery(RecordEntity.ACTS, Object[].class)
                .setParameter("userId", userId)
                .getResultList()) {
            erasures.put((String) acts[0], Erasure.ofAdministrator(pseudonym, (Long) acts[1]));
        }
        renameAdministrator(userId, pseudonym);
        return erasures;
    }

    /** In every realm: administrators of the realm {@code master} act in others. */
    private void renameAdministrator(String userId, String pseudonym) {
        entities.createNamedQuery(RecordEntity.RENAME_ADMINISTRATOR)
                .setParameter("userId", userId)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    private static Set<ErasableGroup> groups(String userId) {
        return isLocal(userId) ? OF_LOCAL_USERS : Set.of(ErasableGroup.values());
    }

    private static String newPseudonym() {
        return PSEUDONYM + KeycloakModelUtils.generateId();
    }

    private static boolean isLocal(String userId) {
        return StorageId.isLocalStorage(userId);
    }
}
