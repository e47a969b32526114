package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.DeletionCount;
import io.agreements.keycloak.audit.count.ExecutionCount;
import io.agreements.keycloak.audit.count.WaitingCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How many deletions were asked for, and how long they took. */
final class DeletionFigures {

    private static final Source FROM = Source.DELETIONS;

    private DeletionFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        List<DeletionCount> steps = facts.deletions().steps();
        List<ExecutionCount> executions = facts.deletions().executions();
        addByActor(steps, Stage.REQUESTED, FigureName.DELETION_REQUESTS, book);
        book.count(FROM, FigureName.DELETIONS_CANCELLED, sum(steps, Stage.CANCELLED));
        book.count(FROM, FigureName.DELETIONS_HELD, sum(steps, Stage.HELD));
        addByActor(steps, Stage.EXECUTED, FigureName.DELETIONS_EXECUTED, book);
        book.count(FROM, FigureName.DELETED_AFTER_REQUEST, by(ActorKind.USER), accounts(executions, true));
        book.count(FROM, FigureName.DELETED_AFTER_REQUEST, by(ActorKind.ADMINISTRATOR), accounts(executions, false));
        book.count(
                FROM,
                FigureName.DELETED_WITHOUT_REQUEST,
                sum(steps, Stage.EXECUTED) - accounts(executions, true) - accounts(executions, false));
        book.count(FROM, FigureName.ACCOUNTS_MISSING, sum(steps, Stage.MISSING));
        addDurations(ofUsers(executions), book);
        addWaiting(facts.deletions().waiting(), book);
    }

    private static void addByActor(List<DeletionCount> steps, Stage stage, FigureName name, FigureBook book) {
        for (ActorKind kind : ActorKind.values()) {
            long accounts = steps.stream()
                    .filter(count -> count.stage() == stage && count.by() == kind)
                    .mapToLong(DeletionCount::accounts)
                    .sum();
            if (accounts > 0 || kind == ActorKind.USER || kind == ActorKind.ADMINISTRATOR) {
                book.count(FROM, name, by(kind), accounts);
            }
        }
    }

    /** From a user's request on; what the operator closes has a date of its own. */
    private static void addDurations(Optional<ExecutionCount> ofUsers, FigureBook book) {
        if (ofUsers.isEmpty()) {
            book.gap(FROM, FigureName.SHORTEST_DELETION, Gap.NOTHING_TO_TELL_FROM);
            book.gap(FROM, FigureName.AVERAGE_DELETION, Gap.NOTHING_TO_TELL_FROM);
            book.gap(FROM, FigureName.LONGEST_DELETION, Gap.NOTHING_TO_TELL_FROM);
        } else {
            ExecutionCount count = ofUsers.get();
            book.days(FROM, FigureName.SHORTEST_DELETION, count.shortest());
            book.days(FROM, FigureName.AVERAGE_DELETION, count.total() / count.accounts());
            book.days(FROM, FigureName.LONGEST_DELETION, count.longest());
        }
        addDuration(FigureName.DELETED_WITHIN_1_DAY, ofUsers, ExecutionCount::withinDay, book);
        addDuration(FigureName.DELETED_WITHIN_7_DAYS, ofUsers, ExecutionCount::within7Days, book);
        addDuration(FigureName.DELETED_WITHIN_15_DAYS, ofUsers, ExecutionCount::within15Days, book);
        addDuration(FigureName.DELETED_WITHIN_30_DAYS, ofUsers, ExecutionCount::within30Days, book);
        addDuration(FigureName.DELETED_LATER, ofUsers, ExecutionCount::longer, book);
    }

    private static void addDuration(
            FigureName name, Optional<ExecutionCount> count, ToLongFunction<ExecutionCount> number, FigureBook book) {
        book.count(FROM, name, count.map(number::applyAsLong).orElse(0L));
    }

    private static void addWaiting(WaitingCount waiting, FigureBook book) {
        book.count(Source.DELETION_REQUESTS, FigureName.REQUESTS_WAITING, waiting.requests());
        book.count(Source.DELETION_REQUESTS, FigureName.REQUESTS_HELD, waiting.held());
        book.count(Source.DELETION_REQUESTS, FigureName.REQUESTS_OVERDUE, waiting.overdue());
    }

    private static long accounts(List<ExecutionCount> executions, boolean byUser) {
        return executions.stream()
                .filter(count -> count.byUser() == byUser)
                .mapToLong(ExecutionCount::accounts)
                .sum();
    }

    private static Optional<ExecutionCount> ofUsers(List<ExecutionCount> executions) {
        return executions.stream().filter(ExecutionCount::byUser).findFirst();
    }

    private static long sum(List<DeletionCount> steps, Stage stage) {
        return steps.stream()
                .filter(count -> count.stage() == stage)
                .mapToLong(DeletionCount::accounts)
                .sum();
    }

    private static Map<Subject, String> by(ActorKind kind) {
        return Map.of(Subject.BY, kind.name());
    }
}
