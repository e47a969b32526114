package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.AgeCount;
import io.agreements.keycloak.audit.count.DeletionCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import io.agreements.keycloak.statistics.AgeBand;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How many users are minors. Who is gone has no birthdate any more. */
final class AgeFigures {

    private static final Source FROM = Source.USERS;
    private static final Set<Stage> GONE = Set.of(Stage.EXECUTED, Stage.MISSING);

    private AgeFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        AuditFacts.Ages ages = facts.ages();
        add(ages, FigureName.USERS, book, count -> true);
        if (ages.birthdate() == null) {
            List.of(FigureName.USERS_UNDER_14, FigureName.USERS_14_TO_17, FigureName.USERS_18_AND_OLDER)
                    .forEach(name -> book.gap(FROM, name, Gap.NO_BIRTHDATE_ATTRIBUTE));
        } else {
            add(ages, FigureName.USERS_UNDER_14, book, count -> count.band() == AgeBand.UNDER_14);
            add(ages, FigureName.USERS_14_TO_17, book, count -> count.band() == AgeBand.FROM_14_TO_17);
            add(ages, FigureName.USERS_18_AND_OLDER, book, AgeFigures::isOfAge);
            add(ages, FigureName.BIRTHDATE_UNREADABLE, book, count -> count.band() == null && count.hasBirthdate());
            add(ages, FigureName.NO_BIRTHDATE, book, count -> !count.hasBirthdate());
        }
        if (!facts.year().isSoFar()) {
            book.count(
                    Source.GONE_SINCE,
                    FigureName.GONE_SINCE,
                    ages.goneSince().stream()
                            .filter(count -> GONE.contains(count.stage()))
                            .mapToLong(DeletionCount::accounts)
                            .sum());
        }
    }

    private static void add(AuditFacts.Ages ages, FigureName name, FigureBook book, Predicate<AgeCount> condition) {
        book.count(
                FROM,
                name,
                ages.users().stream()
                        .filter(condition)
                        .mapToLong(AgeCount::users)
                        .sum());
    }

    private static boolean isOfAge(AgeCount count) {
        return count.band() != null && count.band().compareTo(AgeBand.FROM_14_TO_17) > 0;
    }
}
