package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;

/** Which standings a filter of users counts. */
record StandingConditions(CriteriaBuilder builder) {

    /** Those of whatever decision. */
    List<Predicate> counting(AbstractQuery<?> query, Path<StandingEntity> standing, UserFilter filter) {
        List<Predicate> conditions = versions(standing, filter);
        if (filter.lapsedAt() != null) {
            conditions.add(builder.or(
                    builder.not(standing.get("decision").in(StoredWords.of(Decision.AFFIRMATIVE))),
                    isFresh(standing, filter)));
        }
        aside(query, standing, filter, conditions);
        return conditions;
    }

    /** Those of one decision; what it means for the time is said so that an index can be searched by it. */
    List<Predicate> counting(
            AbstractQuery<?> query, Path<StandingEntity> standing, UserFilter filter, Decision decision) {
        List<Predicate> conditions = versions(standing, filter);
        conditions.add(builder.equal(standing.get("decision"), decision.name()));
        if (filter.lapsedAt() != null && decision.isAffirmative()) {
            conditions.add(isFresh(standing, filter));
        }
        aside(query, standing, filter, conditions);
        return conditions;
    }

    Predicate isAbout(Path<RenewalRequestEntity> request, Path<StandingEntity> standing) {
        return builder.and(
                builder.equal(request.get("userId"), standing.get("userId")),
                builder.equal(request.get("agreementId"), standing.get("agreementId")),
                builder.equal(request.get("recordId"), standing.get("recordId")));
    }

    private List<Predicate> versions(Path<StandingEntity> standing, UserFilter filter) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(standing.get("agreementId"), filter.agreementId()));
        conditions.add(builder.ge(standing.get("versionNumber"), filter.fromVersion()));
        if (filter.toVersion() < Integer.MAX_VALUE) {
            conditions.add(builder.le(standing.get("versionNumber"), filter.toVersion()));
        }
        return conditions;
    }

    private Predicate isFresh(Path<StandingEntity> standing, UserFilter filter) {
        return builder.gt(standing.get("decidedAt"), filter.lapsedAt().toEpochMilli());
    }

    private void aside(
            AbstractQuery<?> query, Path<StandingEntity> standing, UserFilter filter, List<Predicate> conditions) {
        if (filter.toRenewAside()) {
            Subquery<Integer> toRenew = query.subquery(Integer.class);
            Root<RenewalRequestEntity> request = toRenew.from(RenewalRequestEntity.class);
            toRenew.select(builder.literal(1)).where(isAbout(request, standing));
            conditions.add(builder.not(builder.exists(toRenew)));
        }
    }
}
