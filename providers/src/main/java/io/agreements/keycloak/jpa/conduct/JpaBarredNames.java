package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.conduct.barred.BarredNames;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps barred names in {@code AGR_BARRED_NAME}. */
final class JpaBarredNames implements BarredNames {

    private final EntityManager entities;

    JpaBarredNames(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(List<BarredName> names) {
        names.stream().map(BarredNameEntity::of).forEach(entities::persist);
        entities.flush();
    }

    @Override
    public List<BarredName> find(String realmId, Collection<String> digests, Instant now) {
        return entities
                .createNamedQuery(BarredNameEntity.FIND, BarredNameEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("digests", digests)
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .stream()
                .map(BarredNameEntity::toName)
                .toList();
    }

    @Override
    public List<BarredName> ofRestrictions(Collection<String> restrictionIds) {
        return entities
                .createNamedQuery(BarredNameEntity.OF_RESTRICTIONS, BarredNameEntity.class)
                .setParameter("restrictionIds", restrictionIds)
                .getResultList()
                .stream()
                .map(BarredNameEntity::toName)
                .toList();
    }

    @Override
    public void free(String restrictionId) {
        entities.createNamedQuery(BarredNameEntity.DELETE_BY_RESTRICTION)
                .setParameter("restrictionId", restrictionId)
                .executeUpdate();
    }

    @Override
    public void removeOver(Instant now) {
        entities.createNamedQuery(BarredNameEntity.DELETE_OVER)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        entities.createNamedQuery(BarredNameEntity.DELETE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
