package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.VisibleUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.JpaUserPartialEvaluationProvider;

/** Narrows queries to the users whom the session's administrator may see, by the conditions Keycloak's own list has. */
final class PermittedUsers implements JpaUserPartialEvaluationProvider, UserPermissions {

    private final KeycloakSession session;
    private final EntityManager entities;

    PermittedUsers(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
    }

    @Override
    public KeycloakSession getSession() {
        return session;
    }

    @Override
    public EntityManager getEntityManager() {
        return entities;
    }

    @Override
    public List<Predicate> conditions(
            RealmModel realm, VisibleUsers visible, CriteriaBuilder builder, CriteriaQuery<?> query, Path<?> user) {
        if (visible == VisibleUsers.EVERYBODY) {
            return List.of();
        }
        List<Predicate> permissions = AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session, AdminPermissionsSchema.USERS, this, realm, builder, query, user);
        // Where no permission applies Keycloak leaves its list as it is and then tests each user; here it is none at
        // once.
        return permissions.isEmpty() && visible == VisibleUsers.PERMITTED
                ? List.of(builder.disjunction())
                : permissions;
    }
}
