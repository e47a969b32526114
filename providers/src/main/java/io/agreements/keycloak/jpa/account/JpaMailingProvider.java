package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.mailing.Addressee;
import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingAudience;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.account.mailing.MailingState;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
        return Optional.ofNullable(entities.find(MailingEntity.class, key(agreementId, versionNumber)))
                .map(this::read);
    }

    @Override
    public boolean add(Mailing mailing) {
        return InsertIfAbsent.insert(entities, MailingEntity.of(mailing));
    }

    @Override
    public Optional<Mailing> change(
            String agreementId, int versionNumber, Function<Mailing, Optional<Mailing>> change) {
        MailingEntity entity =
                entities.find(MailingEntity.class, key(agreementId, versionNumber), LockModeType.PESSIMISTIC_WRITE);
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

    @Override
    public List<Mailing> running() {
        return entities
                .createNamedQuery(MailingEntity.RUNNING, MailingEntity.class)
                .setParameter("state", MailingState.RUNNING)
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
    public List<Addressee> addressees(RealmModel realm, MailingAudience audience, String afterUserId, int max) {
        return addressees.list(realm, audience, afterUserId, max);
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

    private static MailingEntity.Key key(String agreementId, int versionNumber) {
        return new MailingEntity.Key(agreementId, versionNumber);
    }
}
