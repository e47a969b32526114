package io.agreements.keycloak.bench.tasks.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tasks do in a minute, as a table.
 *
 * @param oneNode by what they do
 * @param twoNodes the same; empty if that was not measured
 * @param storage what records take
 * @param machine on which all of it ran, in a few words
 */
public record TaskResults(
        Map<TaskRate, Double> oneNode, Map<TaskRate, Double> twoNodes, Optional<Storage> storage, String machine) {

    /** Nothing has been measured. */
    static final TaskResults NONE = new TaskResults(Map.of(), Map.of(), Optional.empty(), Cells.UNKNOWN);

    private static final List<String> HEAD = List.of(
            Cells.row("what", "one node", "two nodes", "machine and database"), Cells.row("---", "---", "---", "---"));

    /** With copies of both maps. */
    public TaskResults {
        oneNode = copy(oneNode);
        twoNodes = copy(twoNodes);
    }

    String table() {
        return Stream.of(HEAD.stream(), Stream.of(TaskRate.values()).map(this::row), rowsOfStorage())
                .flatMap(rows -> rows)
                .collect(Collectors.joining("\n"));
    }

    private String row(TaskRate rate) {
        return Cells.row(rate.title(), cell(oneNode.get(rate)), cell(twoNodes.get(rate)), machine);
    }

    private Stream<String> rowsOfStorage() {
        return Stream.of(
                Cells.row(
                        "bytes of one acceptance, indexes included",
                        storage.map(TaskResults::bytes).orElse(Cells.UNKNOWN),
                        "",
                        machine),
                Cells.row(
                        "minutes to [divide the table](#divide-the-table), for each million records",
                        storage.map(measured -> String.format(Locale.ROOT, "%.1f", measured.minutesForAMillion()))
                                .orElse(Cells.UNKNOWN),
                        "",
                        machine));
    }

    private static String bytes(Storage storage) {
        return Cells.number(storage.inOrder().bytes()) + "; " + Cells.number(storage.atOnce())
                + " where all come at once";
    }

    private static String cell(Double value) {
        return value == null ? Cells.UNKNOWN : Cells.number(value);
    }

    private static Map<TaskRate, Double> copy(Map<TaskRate, Double> rates) {
        Map<TaskRate, Double> copy = new EnumMap<>(TaskRate.class);
        copy.putAll(rates);
        return copy;
    }
}
