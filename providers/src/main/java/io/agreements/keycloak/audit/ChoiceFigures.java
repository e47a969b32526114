package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.DecisionCount;
import io.agreements.keycloak.audit.count.WithdrawalCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** How many decided how, and how consents were withdrawn. */
final class ChoiceFigures {

    private static final String IMPORTED = "IMPORTED";

    private ChoiceFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        addDecisions(facts.choices().decisions(), book);
        addWithdrawals(facts.choices().withdrawals(), book);
    }

    private static void addDecisions(List<DecisionCount> decisions, FigureBook book) {
        book.count(
                Source.DECISIONS,
                FigureName.DECISIONS,
                decisions.stream()
                        .filter(count -> !count.imported())
                        .mapToLong(DecisionCount::decisions)
                        .sum());
        for (DecisionCount count : decisions) {
            book.count(Source.DECISIONS, FigureName.DECISIONS, subject(count), count.decisions());
            book.count(Source.DECISIONS, FigureName.DECIDING_USERS, subject(count), count.users());
        }
    }

    private static Map<Subject, String> subject(DecisionCount count) {
        Map<Subject, String> of = new EnumMap<>(Subject.class);
        of.put(Subject.AGREEMENT, count.agreementKey());
        of.put(Subject.VERSION, String.valueOf(count.version()));
        of.put(Subject.DECISION, count.decision().name());
        if (count.imported()) {
            of.put(Subject.ORIGIN, IMPORTED);
        }
        return of;
    }

    private static void addWithdrawals(List<WithdrawalCount> withdrawals, FigureBook book) {
        Source from = Source.WITHDRAWALS;
        book.count(from, FigureName.WITHDRAWALS, sum(withdrawals, WithdrawalCount::withdrawals));
        for (WithdrawalCount count : withdrawals) {
            Map<Subject, String> of = Map.of(Subject.AGREEMENT, count.agreementKey());
            book.count(from, FigureName.WITHDRAWALS, of, count.withdrawals());
            book.count(from, FigureName.WITHDRAWING_USERS, of, count.users());
        }
        book.count(from, FigureName.WITHDRAWN_AT_ONCE, sum(withdrawals, WithdrawalCount::atOnce));
        if (withdrawals.isEmpty()) {
            book.gap(from, FigureName.LONGEST_WITHDRAWAL, Gap.NOTHING_TO_TELL_FROM);
        } else {
            book.seconds(
                    from,
                    FigureName.LONGEST_WITHDRAWAL,
                    withdrawals.stream()
                            .mapToLong(WithdrawalCount::longest)
                            .max()
                            .orElseThrow());
        }
        book.count(from, FigureName.GIVEN_WITHIN_DAY, sum(withdrawals, WithdrawalCount::withinDay));
        book.count(from, FigureName.GIVEN_WITHIN_MONTH, sum(withdrawals, WithdrawalCount::withinMonth));
        book.count(from, FigureName.GIVEN_EARLIER, sum(withdrawals, WithdrawalCount::longer));
        book.count(from, FigureName.GIVEN_UNKNOWN, sum(withdrawals, WithdrawalCount::unknown));
    }

    private static long sum(List<WithdrawalCount> counts, ToLongFunction<WithdrawalCount> number) {
        return counts.stream().mapToLong(number).sum();
    }
}
