package io.agreements.keycloak.audit;

import io.agreements.keycloak.audit.count.ErasureCount;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.ledger.details.ErasureDetails.Reason;
import io.agreements.keycloak.ledger.retention.RetentionRuns.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether what has expired was looked for, and what was erased. */
final class RetentionFigures {

    private static final Source FROM = Source.RETENTION_RUNS;

    private RetentionFigures() {}

    static void add(AuditFacts facts, FigureBook book) {
        AuditFacts.Retention retention = facts.retention();
        book.tell(Source.SETTINGS, FigureName.CONNECTIONS_KEPT, BigDecimal.valueOf(retention.connectionDays()));
        LocalDate firstDay = retention.firstDay();
        if (firstDay == null || firstDay.isAfter(facts.year().lastDay())) {
            List.of(
                            FigureName.RETENTION_RUNS,
                            FigureName.DAYS_WITH_RUN,
                            FigureName.DAYS_WITHOUT_RUN,
                            FigureName.CONNECTIONS_ERASED,
                            FigureName.LAST_RUN)
                    .forEach(name -> book.gap(FROM, name, Gap.NOT_NOTED_THEN));
        } else {
            addRuns(retention.runs(), noted(firstDay, retention.runs(), facts.year()), book);
        }
        addErasures(retention.erasures(), Reason.RETENTION, FigureName.ERASURES_BY_TIME, book);
        addErasures(retention.erasures(), Reason.DELETION, FigureName.ERASURES_BY_DELETION, book);
    }

    private static void addRuns(Summary runs, long days, FigureBook book) {
        book.tell(FROM, FigureName.RETENTION_RUNS, runs.runs());
        book.tell(FROM, FigureName.DAYS_WITH_RUN, runs.days());
        book.tell(FROM, FigureName.DAYS_WITHOUT_RUN, days - runs.days());
        book.tell(FROM, FigureName.CONNECTIONS_ERASED, runs.records());
        book.moment(FROM, FigureName.LAST_RUN, runs.lastAt());
    }

    /** Of how many days of the year there could be a run that was noted; today counts from its first run on. */
    private static long noted(LocalDate firstDay, Summary runs, AuditYear year) {
        LocalDate first = firstDay.isBefore(year.firstDay()) ? year.firstDay() : firstDay;
        long before = ChronoUnit.DAYS.between(first, year.lastDay());
        return year.isSoFar() && !isOn(runs.lastAt(), year) ? before : before + 1;
    }

    private static boolean isOn(Instant lastRun, AuditYear year) {
        return lastRun != null && !LocalDate.ofInstant(lastRun, year.zone()).isBefore(year.lastDay());
    }

    private static void addErasures(List<ErasureCount> erasures, Reason reason, FigureName name, FigureBook book) {
        book.count(
                Source.ERASURES,
                name,
                erasures.stream()
                        .filter(count -> count.reason() == reason)
                        .mapToLong(ErasureCount::erasures)
                        .sum());
    }
}
