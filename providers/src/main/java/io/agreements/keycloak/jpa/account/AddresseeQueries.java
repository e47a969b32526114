package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.mail.Recipient;
import io.agreements.keycloak.account.mailing.Addressee;
import io.agreements.keycloak.account.mailing.MailingAudience;
import io.agreements.keycloak.account.mailing.MailingAudience.Past;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.jpa.acceptance.RoleReach;
import io.agreements.keycloak.jpa.acceptance.StandingEntity;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds whom mail is for, in Keycloak's own table of users; a few statements, whatever the number of users. */
final class AddresseeQueries {

    private final KeycloakSession session;
    private final EntityManager entities;
    private final CriteriaBuilder builder;

    AddresseeQueries(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
    }

    long count(RealmModel realm, MailingAudience audience) {
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        Join<UserEntity, StandingEntity> standing = standing(user, audience);
        query.select(builder.count(builder.literal(1))).where(conditions(realm, audience, query, user, standing));
        return entities.createQuery(query).getSingleResult();
    }

    List<Addressee> list(RealmModel realm, MailingAudience audience, String afterUserId, String upToUserId, int max) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        Join<UserEntity, StandingEntity> standing = standing(user, audience);
        List<Predicate> conditions = conditions(realm, audience, query, user, standing);
        if (afterUserId != null) {
            conditions.add(builder.greaterThan(user.get("id"), afterUserId));
        }
        if (upToUserId != null) {
            conditions.add(builder.lessThanOrEqualTo(user.get("id"), upToUserId));
        }
        query.select(builder.tuple(
                        user.get("id"),
                        user.get("username"),
                        user.get("email"),
                        user.get("firstName"),
                        user.get("lastName"),
                        locale(query, user),
                        standing.get("versionNumber"),
                        standing.get("decision")))
                .where(conditions)
                .orderBy(builder.asc(user.get("id")));
        return entities.createQuery(query).setMaxResults(max).getResultList().stream()
                .map(AddresseeQueries::toAddressee)
                .toList();
    }

    private Join<UserEntity, StandingEntity> standing(Root<UserEntity> user, MailingAudience audience) {
        Join<UserEntity, StandingEntity> standing = user.join(StandingEntity.class, JoinType.LEFT);
        standing.on(
                builder.equal(standing.get("userId"), user.get("id")),
                builder.equal(standing.get("agreementId"), audience.agreementId()));
        return standing;
    }

    private List<Predicate> conditions(
            RealmModel realm,
            MailingAudience audience,
            CriteriaQuery<?> query,
            Root<UserEntity> user,
            Join<UserEntity, StandingEntity> standing) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(user.get("realmId"), realm.getId()));
        conditions.add(builder.isTrue(user.get("enabled")));
        conditions.add(builder.isNotNull(user.get("email")));
        conditions.add(builder.isNull(user.get("serviceAccountClientLink")));
        conditions.add(builder.or(
                builder.isNull(standing.get("userId")),
                builder.not(standing.get("decision").in(StoredWords.of(Decision.AFFIRMATIVE))),
                builder.lessThan(standing.get("versionNumber"), audience.versionNumber())));
        if (audience.past() != Past.ANY) {
            conditions.add(builder.isNotNull(standing.get("userId")));
        }
        if (audience.past() == Past.ACCEPTED) {
            conditions.add(builder.equal(standing.get("decision"), Decision.ACCEPTED.name()));
        }
        if (audience.role() != null) {
            conditions.add(holds(realm, audience.role(), query, user));
        }
        return conditions;
    }

    /** By themselves or by a group, the role or one that contains it. */
    private Predicate holds(RealmModel realm, String name, CriteriaQuery<?> query, Root<UserEntity> user) {
        RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
        if (role == null) {
            return builder.disjunction();
        }
        RoleReach reach = RoleReach.of(entities, role.getId());
        Predicate direct = exists(query, UserRoleMappingEntity.class, user, "roleId", reach.roleIds());
        return reach.groupIds().isEmpty()
                ? direct
                : builder.or(direct, exists(query, UserGroupMembershipEntity.class, user, "groupId", reach.groupIds()));
    }

    private <T> Predicate exists(
            CriteriaQuery<?> query, Class<T> mapping, Root<UserEntity> user, String attribute, Collection<String> ids) {
        Subquery<Integer> subquery = query.subquery(Integer.class);
        Root<T> found = subquery.from(mapping);
        CriteriaBuilder.In<String> isOne = builder.in(found.get(attribute));
        // So many do not fit into a statement as parameters.
        if (ids.size() > InParts.MOST) {
            ids.forEach(id -> isOne.value(builder.literal(id)));
        } else {
            ids.forEach(isOne::value);
        }
        return builder.exists(subquery.select(builder.literal(1)).where(builder.equal(found.get("user"), user), isOne));
    }

    /** An attribute may have several values; a user is still one. */
    private Expression<String> locale(CriteriaQuery<?> query, Root<UserEntity> user) {
        Subquery<String> subquery = query.subquery(String.class);
        Root<UserAttributeEntity> attribute = subquery.from(UserAttributeEntity.class);
        return subquery.select(builder.least(attribute.<String>get("value")))
                .where(
                        builder.equal(attribute.get("user"), user),
                        builder.equal(attribute.get("name"), UserModel.LOCALE));
    }

    private static Addressee toAddressee(Tuple row) {
        Recipient recipient = new Recipient(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class));
        boolean affirmed = StoredWords.read(Decision.class, row.get(7, String.class))
                .filter(Decision::isAffirmative)
                .isPresent();
        return new Addressee(recipient, affirmed ? row.get(6, Integer.class) : null);
    }
}
