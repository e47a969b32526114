package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.mailing.Addressee;
import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingAudience;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.account.mailing.MailingShards;
import io.agreements.keycloak.account.mailing.MailingState;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.RealmModel;

/** Keeps mailings in {@code AGR_MAILING}. */
final class JpaMailingProvider implements MailingProvider {

    private final EntityManager entities;
    private final AddresseeQueries addressees;

    JpaMailingProvider(EntityManager entities, AddresseeQueries addressees) {
        this.entities = entities;
        this.addressees = addressees;
    }

    @Override
    public Optional<Mailing> find(String agreementId, int versionNumber) {
        List<Mailing> parts = parts(agreementId, versionNumber)
                .getResultStream()
                .map(this::read)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new MailingShards(parts).whole());
    }

    /** Who is faster has the first row, and with it all. */
    @Override
    public boolean add(MailingShards mailing) {
        return mailing.parts().stream().allMatch(part -> InsertIfAbsent.insert(entities, MailingEntity.of(part)));
    }

    @Override
    public Optional<Mailing> change(Mailing known, Function<Mailing, Optional<Mailing>> change) {
        MailingEntity entity =
                entities.find(MailingEntity.class, MailingEntity.key(known), LockModeType.PESSIMISTIC_WRITE);
        Optional<Mailing> changed =
                Optional.ofNullable(entity).map(MailingEntity::toMailing).flatMap(change);
        changed.ifPresent(mailing -> {
            entity.apply(mailing);
            entities.flush();
        });
        if (entity != null) {
            entities.detach(entity);
        }
        return changed;
    }

    /** Whoever locks several locks the first one before the others, so none of them wait for each other. */
    @Override
    public Optional<MailingShards> changeAll(
            String agreementId, int versionNumber, Function<MailingShards, Optional<MailingShards>> change) {
        MailingEntity.Key first = new MailingEntity.Key(agreementId, versionNumber, 0);
        if (entities.find(MailingEntity.class, first, LockModeType.PESSIMISTIC_WRITE) == null) {
            return Optional.empty();
        }
        List<MailingEntity> rows = parts(agreementId, versionNumber)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Optional<MailingShards> changed = change.apply(
                new MailingShards(rows.stream().map(MailingEntity::toMailing).toList()));
        changed.ifPresent(shards -> {
            for (int part = 0; part < rows.size(); part++) {
                rows.get(part).apply(shards.parts().get(part));
            }
            entities.flush();
        });
        rows.forEach(entities::detach);
        return changed;
    }

    private TypedQuery<MailingEntity> parts(String agreementId, int versionNumber) {
        return entities.createNamedQuery(MailingEntity.PARTS, MailingEntity.class)
                .setParameter("agreementId", agreementId)
                .setParameter("versionNumber", versionNumber);
    }

    @Override
    public List<Mailing> running() {
        return entities
                .createNamedQuery(MailingEntity.RUNNING, MailingEntity.class)
                .setParameter("state", MailingState.RUNNING)
                .setParameter("stopped", MailingState.STOPPED)
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public long count(RealmModel realm, MailingAudience audience) {
        return addressees.count(realm, audience);
    }

    @Override
    public List<Addressee> addressees(
            RealmModel realm, MailingAudience audience, String afterUserId, String upToUserId, int max) {
        return addressees.list(realm, audience, afterUserId, upToUserId, max);
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(MailingEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public void close() {}

    /** Another look must see what others have changed since. */
    private Mailing read(MailingEntity entity) {
        entities.detach(entity);
        return entity.toMailing();
    }
}
