package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.VisibleUsers;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Says which users a query may see. */
@FunctionalInterface
interface UserPermissions {

    /**
     * What has to hold of the user; empty if all may be seen.
     *
     * @param user a {@link UserEntity} of the query
     */
    List<Predicate> conditions(
            RealmModel realm, VisibleUsers visible, CriteriaBuilder builder, CriteriaQuery<?> query, Path<?> user);

    /** Whether there are users of the realm who may not be seen. */
    default boolean isNarrowed(RealmModel realm, VisibleUsers visible, CriteriaBuilder builder) {
        CriteriaQuery<String> trial = builder.createQuery(String.class);
        return !conditions(realm, visible, builder, trial, trial.from(UserEntity.class))
                .isEmpty();
    }
}
