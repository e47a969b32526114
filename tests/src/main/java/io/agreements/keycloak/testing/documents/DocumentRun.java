package io.agreements.keycloak.testing.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what documents say, in one terminal, and remembers what has been done. */
public final class DocumentRun implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Pattern FAILED_LINE = Pattern.compile("failed in line (\\d+): ");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)(?:^|\\s)([A-Z_]+)=");

    private final Path project;
    private final Path scratch;
    private final Surroundings surroundings;
    private final Shell shell;
    private final Set<String> done = new LinkedHashSet<>();
    private String printed = "";
    private int servers;

    private DocumentRun(Path project, Path scratch, Surroundings surroundings, Shell shell) {
        this.project = project;
        this.scratch = scratch;
        this.surroundings = surroundings;
        this.shell = shell;
    }

    /**
     * Opens a terminal.
     *
     * @param project where documents are read, and where the terminal stands
     * @param scratch an empty directory
     * @param environment variables of the terminal
     */
    public static DocumentRun open(
            Path project, Path scratch, Map<String, String> environment, Surroundings surroundings) {
        return new DocumentRun(
                project, scratch, surroundings, Shell.open(project, scratch.resolve("shell"), environment));
    }

    /** Does these steps, one after the other. */
    public void run(List<Step> steps) {
        steps.stream().filter(Step::isToBeDone).forEach(this::run);
    }

    /** Runs what is in no document, such as what makes a realm for it. */
    public String prepare(String script) {
        return shell.run(script);
    }

    /** Starts a server that no document starts. */
    public void startServer(String script) {
        Path log = scratch.resolve("server-" + ++servers + ".log");
        shell.start(script, log);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!surroundings.isServerReady(text(log))) {
            if (!shell.isBackgroundAlive() || System.nanoTime() > deadline) {
                throw new Shell.CommandFailed(text(log));
            }
            Shell.pause();
        }
        printed = text(log);
    }

    /** Whether this step has been done, here or by way of another document that leads to it. */
    public boolean hasDone(Step step) {
        return !step.isToBeDone() || step.isMarked(Mark.Kind.SKIP) || done.contains(step.place());
    }

    @Override
    public void close() {
        shell.close();
    }

    private void run(Step step) {
        try {
            if (step.mark().isPresent()) {
                runMarked(step, step.mark().get().kind());
            } else if (step.language().equals(Step.SQL)) {
                expectRows(step, true);
            } else {
                printed = shell.run(step.code());
            }
            done.add(step.place());
        } catch (Shell.CommandFailed e) {
            throw new AssertionError(report(step, e.getMessage()), e);
        }
    }

    private void runMarked(Step step, Mark.Kind kind) {
        switch (kind) {
            case SKIP -> {}
            case VALUES -> printed = shell.run(step.code() + assignments(step.code()));
            case SERVER -> startServer(step.code());
            case FILE ->
                shell.run("mkdir -p \"$(dirname \"" + step.words() + "\")\"\ncat >\"" + step.words()
                        + "\" <<'END OF FILE'\n" + step.code() + "END OF FILE\n");
            case PRINTS -> new PrintedWords(step.code()).assertIn(printed, step.place());
            case NO_ROWS -> expectRows(step, false);
            case RUN -> shell.run(step.words());
            case STOP -> shell.endBackground();
            case PERSON -> surroundings.act(step.words());
            case FOLLOW -> follow(step.words());
        }
    }

    private void follow(String reference) {
        String[] documentAndSection = reference.split("#", 2);
        run(MarkdownDocument.read(project, documentAndSection[0]).section(documentAndSection[1]));
    }

    private void expectRows(Step step, boolean some) {
        long rows = surroundings.rows(step.code());
        if (rows > 0 != some) {
            throw new AssertionError(step.place() + ": the query finds " + rows + " rows\n" + step.code());
        }
    }

    /** What gives the variables that a script sets the values they have here. */
    private String assignments(String script) {
        StringBuilder assignments = new StringBuilder("\n");
        Matcher assignment = ASSIGNMENT.matcher(script);
        while (assignment.find()) {
            String value = surroundings.values().get(assignment.group(1));
            if (value != null) {
                assignments
                        .append(assignment.group(1))
                        .append("='")
                        .append(value)
                        .append("'\n");
            }
        }
        return assignments.toString();
    }

    private static String report(Step step, String output) {
        Matcher failed = FAILED_LINE.matcher(output);
        int line = failed.find() && step.mark().isEmpty()
                ? step.line() + Integer.parseInt(failed.group(1)) - 1
                : step.line();
        return step.document() + ":" + line + " does not work:\n" + step.code() + step.words() + "\nIt says:\n"
                + output;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
