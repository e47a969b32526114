package io.agreements.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.StorageId;

/**
 * Users' rows in Keycloak's own table, as far as this transaction holds them: whoever removes a user waits for its end, and
 * it waits for whoever is removing the user. So nothing is written about a user that the removal would leave behind.
 */
public final class UserRows {

    private final EntityManager entities;
    private final Set<String> held = new HashSet<>();

    private UserRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of the session's transaction. */
    public static UserRows of(KeycloakSession session, EntityManager entities) {
        String name = UserRows.class.getName();
        UserRows rows = session.getAttribute(name, UserRows.class);
        if (rows == null || rows.entities != entities) {
            rows = new UserRows(entities);
            session.setAttribute(name, rows);
        }
        return rows;
    }

    /** Makes known that this transaction has made that user, whom nobody else sees: there is nothing to hold. */
    public void isNew(String userId) {
        held.add(userId);
    }

    /** @return false if the user is gone; users whom an external store keeps have no row, and are taken to be there */
    public boolean hold(String userId) {
        if (!StorageId.isLocalStorage(userId) || held.contains(userId)) {
            return true;
        }
        boolean there = !Collisions.telling(() -> entities.createQuery("select u from UserEntity u where u.id = :id")
                        .setParameter("id", userId)
                        .setLockMode(LockModeType.PESSIMISTIC_READ)
                        .getResultList())
                .isEmpty();
        if (there) {
            held.add(userId);
        }
        return there;
    }
}
