package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.DisclosureCount;
import io.agreements.keycloak.audit.count.RestrictionCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** To whom data was given on which ground, and what was imposed on users. */
final class ConductFigures {

    private ConductFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        for (DisclosureGround ground : DisclosureGround.values()) {
            addDisclosures(facts.conduct().disclosures(), ground, book);
        }
        addRestrictions(facts.conduct().restrictions(), book);
        book.count(Source.APPEALS, FigureName.APPEALS_WAITING, facts.conduct().appealsWaiting());
    }

    private static void addDisclosures(List<DisclosureCount> disclosures, DisclosureGround ground, FigureBook book) {
        DisclosureCount count = disclosures.stream()
                .filter(found -> found.ground() == ground)
                .findFirst()
                .orElse(new DisclosureCount(ground, 0, 0, 0));
        Map<Subject, String> of = Map.of(Subject.DISCLOSURE_GROUND, ground.name());
        book.count(Source.DISCLOSURES, FigureName.DISCLOSURES, of, count.disclosures());
        if (count.disclosures() > 0) {
            book.count(Source.DISCLOSURES, FigureName.USERS_CONCERNED, of, count.users());
            book.count(Source.DISCLOSURES, FigureName.USERS_NOT_TOLD, of, count.untold());
        }
    }

    private static void addRestrictions(List<RestrictionCount> restrictions, FigureBook book) {
        Source from = Source.RESTRICTIONS;
        for (RestrictionKind kind : RestrictionKind.values()) {
            book.count(
                    from,
                    FigureName.RESTRICTIONS,
                    Map.of(Subject.RESTRICTION_KIND, kind.name()),
                    restrictions.stream()
                            .filter(count -> count.kind() == kind)
                            .mapToLong(RestrictionCount::imposed)
                            .sum());
        }
        for (RestrictionGround ground : RestrictionGround.values()) {
            book.count(
                    from,
                    FigureName.RESTRICTIONS_BY_GROUND,
                    Map.of(Subject.RESTRICTION_GROUND, ground.name()),
                    sum(restrictions, count -> count.grounds().getOrDefault(ground, 0L)));
        }
        book.count(from, FigureName.RESTRICTIONS_CHANGED, sum(restrictions, RestrictionCount::changed));
        book.count(from, FigureName.RESTRICTIONS_LIFTED, sum(restrictions, RestrictionCount::lifted));
        book.count(from, FigureName.NOTICES_CORRECTED, sum(restrictions, RestrictionCount::corrected));
        book.count(from, FigureName.NOTICES_MISSED, sum(restrictions, RestrictionCount::missed));
        book.count(from, FigureName.APPEALS, sum(restrictions, RestrictionCount::appealed));
        book.count(from, FigureName.APPEALS_UPHELD, sum(restrictions, RestrictionCount::upheld));
        book.count(from, FigureName.APPEALS_REJECTED, sum(restrictions, RestrictionCount::rejected));
    }

    private static long sum(List<RestrictionCount> restrictions, ToLongFunction<RestrictionCount> number) {
        return restrictions.stream().mapToLong(number).sum();
    }
}
