package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.jpa.InParts;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By what a user holds a role. Found level by level: as many statements as roles and groups are nested.
 *
 * @param roleIds the role, and those that contain it
 * @param groupIds groups that have one of these roles, and the groups below them
 */
public record RoleReach(Set<String> roleIds, Set<String> groupIds) {

    private static final String CONTAINING =
            "select c.parentRole.id from CompositeRoleEntity c where c.childRole.id in :ids";
    private static final String GROUPS = "select m.group.id from GroupRoleMappingEntity m where m.roleId in :ids";
    private static final String BELOW = "select g.id from GroupEntity g where g.parentId in :ids";

    public static RoleReach of(EntityManager entities, String roleId) {
        Set<String> roles = closure(entities, CONTAINING, List.of(roleId));
        return new RoleReach(roles, closure(entities, BELOW, read(entities, GROUPS, roles)));
    }

    private static Set<String> closure(EntityManager entities, String query, Collection<String> start) {
        Set<String> all = new HashSet<>(start);
        Set<String> latest = new HashSet<>(start);
        while (!latest.isEmpty()) {
            latest = new HashSet<>(read(entities, query, latest));
            latest.removeAll(all);
            all.addAll(latest);
        }
        return all;
    }

    private static List<String> read(EntityManager entities, String query, Collection<String> ids) {
        return InParts.of(ids)
                .flatMap(some ->
                        entities.createQuery(query, String.class).setParameter("ids", some).getResultList().stream())
                .toList();
    }
}
