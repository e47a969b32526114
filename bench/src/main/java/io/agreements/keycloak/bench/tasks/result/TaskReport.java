package io.agreements.keycloak.bench.tasks.result;

/**
 * What a run came to, for a document.
 *
 * @param results as a table
 * @param run when, by what and on what
 */
public record TaskReport(TaskResults results, String run) {

    /** What was measured, in the document. */
    static final String MEASURED = "tasks measured";

    /** What follows from it. */
    static final String EXTRAPOLATED = "tasks extrapolated";

    String measured() {
        return results.table() + "\n\n" + run;
    }

    String extrapolated() {
        return new Outlook(results).table();
    }

    /** Both, one below the other. */
    public String markdown() {
        return "# Tasks\n\n" + measured() + "\n\n## Extrapolated\n\n" + extrapolated() + "\n";
    }

    /** The document with both in their places. */
    public MarkedText in(MarkedText document) {
        return document.with(MEASURED, measured()).with(EXTRAPOLATED, extrapolated());
    }
}
