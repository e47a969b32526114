package io.agreements.keycloak.bench.tasks.result;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows for many users from what was measured on one node, by arithmetic alone.
 *
 * @param results what was measured
 */
record Outlook(TaskResults results) {
    private static final double FEW = 10e6;
    private static final double MANY = 100e6;
    private static final List<Integer> MAILS_A_MINUTE = List.of(60, 6_000, 60_000);

    /** Three agreements at registration, one of them once more. */
    private static final int RECORDS = 4;

    private static final int STANDINGS = 3;
    private static final double BYTES_OF_A_GB = 1e9;
    private static final double ONE_IN = 100;

    String table() {
        return Stream.of(
                        Cells.row("", "10 million users", "100 million users"),
                        Cells.row("---", "---", "---"),
                        row("size of `AGR_RECORD`, `AGR_CONNECTION` and `AGR_STANDING` after one version", this::size),
                        row("mail to all about a version, at 60 / 6,000 / 60,000 a minute", Outlook::mail),
                        row("mail to all as fast as one node sends it", users -> span(TaskRate.MAILED, users)),
                        row("the deletion of one in a hundred accounts on one day", this::deletion),
                        row("the log after everybody has accepted a version", users -> span(TaskRate.LOGGED, users)),
                        row("which limit comes first", this::limit))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String what, DoubleFunction<String> cell) {
        return Cells.row(what, cell.apply(FEW), cell.apply(MANY));
    }

    private String size(double users) {
        return results.storage()
                .map(Storage::inOrder)
                .map(one -> users * (RECORDS * one.record() + STANDINGS * one.standing()) / BYTES_OF_A_GB)
                .map(size -> String.format(Locale.ROOT, "%s GB", Cells.number(size)))
                .orElse(Cells.UNKNOWN);
    }

    private static String mail(double users) {
        return MAILS_A_MINUTE.stream()
                .map(perMinute -> Span.of(users, perMinute).words())
                .collect(Collectors.joining(" / "));
    }

    private String deletion(double users) {
        return isKnown(TaskRate.DELETED, TaskRate.DELETED_WITH_MAIL)
                ? span(TaskRate.DELETED, users / ONE_IN) + ", with mail "
                        + span(TaskRate.DELETED_WITH_MAIL, users / ONE_IN)
                : Cells.UNKNOWN;
    }

    /** What takes longest of all that one version makes. */
    private String limit(double users) {
        Map<TaskRate, String> made = Map.of(
                TaskRate.MAILED, "mail to all",
                TaskRate.LOGGED, "the log",
                TaskRate.EXPIRED, "the expiry of addresses");
        return isKnown(made.keySet().toArray(TaskRate[]::new))
                ? made.entrySet().stream()
                        .max(Comparator.comparing(
                                one -> Span.of(users, results.oneNode().get(one.getKey()))))
                        .map(one -> one.getValue() + ", " + span(one.getKey(), users))
                        .orElseThrow()
                : Cells.UNKNOWN;
    }

    private String span(TaskRate rate, double number) {
        return isKnown(rate) ? Span.of(number, results.oneNode().get(rate)).words() : Cells.UNKNOWN;
    }

    private boolean isKnown(TaskRate... rates) {
        return Stream.of(rates).allMatch(results.oneNode()::containsKey);
    }
}
