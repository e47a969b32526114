package io.agreements.keycloak.bench.result;

import io.agreements.keycloak.bench.load.Scenario;
import io.agreements.keycloak.bench.realm.Variant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The results of a run, as Markdown.
 *
 * @param measurements of requests
 * @param lists of administrators
 * @param bytesOfAnAcceptance on disk
 * @param machine it ran on
 * @param data how much there was, in words
 * @param day of the run
 */
public record Report(
        Measurements measurements,
        ListTimes lists,
        double bytesOfAnAcceptance,
        Machine machine,
        String data,
        LocalDate day) {

    /** What Keycloak's guide to sizing counts on, for a second and a core. */
    private static final int PASSWORDS_OF_THE_GUIDE = 15;

    private static final int REFRESHES_OF_THE_GUIDE = 120;
    private static final double MILLISECONDS_OF_A_SECOND = 1_000;

    /** The whole document. */
    public String markdown() {
        return String.join(
                "\n",
                "# Performance",
                "",
                "Measured on " + day + " by `bin/bench`: " + machine.words() + ". " + data,
                "",
                variants(),
                "",
                "CPU is the CPU time of the server's process for each request, as the system counts it: it does not depend"
                        + " on what else the machine does. The servers run one after the other on one PostgreSQL, in turn,"
                        + " round by round; a ratio is that of one round, and what is told is the median of all rounds, with"
                        + " the smallest and the largest. Times are told where there is nothing to compare with; they do"
                        + " depend on the machine.",
                "",
                "## Goals",
                "",
                goals(),
                "",
                "## Each request",
                "",
                requests(),
                "",
                chart(),
                "",
                "## Beside Keycloak's own sizing",
                "",
                sizing(),
                "");
    }

    private String goals() {
        List<Goal> goals = Goals.of(measurements, lists, bytesOfAnAcceptance);
        return table(
                "| what | goal | value | met |\n| --- | --- | --- | --- |",
                goals.stream().map(Goal::row).toList());
    }

    private static String variants() {
        return Arrays.stream(Variant.values())
                .map(variant -> "- **" + variant.letter() + "**: " + variant.title())
                .collect(Collectors.joining("\n"));
    }

    private String requests() {
        return table(
                "| request | a: CPU ms | c/a | b/a | a: statements | c | b | of ours |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- |",
                Arrays.stream(Scenario.values()).map(this::request).toList());
    }

    private String request(Scenario scenario) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.1f | %.1f | %.1f | %.1f |",
                scenario.title(),
                measurements.milliseconds(Variant.ALONE, scenario).median(),
                measurements.ratio(Variant.TERMS, scenario).median(),
                measurements.ratio(Variant.PLUGIN, scenario).median(),
                measurements.statements(Variant.ALONE, scenario),
                measurements.statements(Variant.TERMS, scenario),
                measurements.statements(Variant.PLUGIN, scenario),
                measurements.ours(scenario));
    }

    /** The ratios of both to Keycloak alone; where the bars end at 1 they cost nothing. */
    private String chart() {
        return String.join(
                "\n",
                "```mermaid",
                "xychart-beta",
                "    title \"CPU of a request beside Keycloak alone: c, then b\"",
                "    x-axis ["
                        + Arrays.stream(Scenario.values())
                                .map(scenario -> '"' + scenario.title() + '"')
                                .collect(Collectors.joining(", "))
                        + "]",
                "    y-axis \"times\" 0 --> 2",
                bars("bar", Variant.TERMS),
                bars("line", Variant.PLUGIN),
                "```");
    }

    private String bars(String kind, Variant variant) {
        return Arrays.stream(Scenario.values())
                .map(scenario -> String.format(
                        Locale.ROOT,
                        "%.2f",
                        measurements.ratio(variant, scenario).median()))
                .collect(Collectors.joining(", ", "    " + kind + " [", "]"));
    }

    private String sizing() {
        return "Requests that one core serves in a second when it does nothing else, by the CPU time of the server alone:\n\n"
                + table(
                        "| request | Keycloak's guide | a | c | b |\n| --- | --- | --- | --- | --- |",
                        List.of(
                                sized(Scenario.PASSWORD, PASSWORDS_OF_THE_GUIDE),
                                sized(Scenario.REFRESH, REFRESHES_OF_THE_GUIDE)));
    }

    private String sized(Scenario scenario, int guide) {
        return "| " + scenario.title() + " | " + guide + " | "
                + Arrays.stream(Variant.values())
                        .map(variant -> String.format(
                                Locale.ROOT,
                                "%.0f",
                                MILLISECONDS_OF_A_SECOND
                                        / measurements
                                                .milliseconds(variant, scenario)
                                                .median()))
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private static String table(String head, List<String> rows) {
        return head + "\n" + String.join("\n", rows);
    }
}
