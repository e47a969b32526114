package io.agreements.keycloak.testing.documents;

import io.agreements.keycloak.testing.limit.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A terminal with bash in it: what is typed runs one after the other, variables stay. A script ends with its first command
 * that is no success.
 *
 * <p>One command at a time can run on in the background; it ends with the terminal.
 */
final class Shell implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String BEGINNING = """
            set -uo pipefail -m
            script=
            trap '[[ ${BASH_SOURCE[0]:-} == "$script" ]] && { echo "failed in line $LINENO: $BASH_COMMAND"; return 1; }' ERR
            background=
            end_background() {
                [[ -n $background ]] || return 0
                kill -TERM -- "-$background" 2>/dev/null || true
                wait "$background" 2>/dev/null || true
                while kill -0 -- "-$background" 2>/dev/null; do sleep 0.1; done
                background=
            }
            trap end_background EXIT
            """;

    private final Process bash;
    private final Path scratch;
    private final Path output;
    private final Writer keyboard;
    private ProcessHandle background;
    private int scripts;

    private Shell(Process bash, Path scratch, Path output) {
        this.bash = bash;
        this.scratch = scratch;
        this.output = output;
        this.keyboard = bash.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Opens one.
     *
     * @param directory where it stands
     * @param scratch an empty directory for what it needs itself
     * @param environment variables in addition to those of this JVM, without any for Keycloak
     */
    static Shell open(Path directory, Path scratch, Map<String, String> environment) {
        try {
            Path output = Files.createDirectories(scratch).resolve("output");
            ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("KEYCLOAK_"));
            builder.environment().putAll(environment);
            Shell shell = new Shell(builder.start(), scratch, output);
            shell.run(BEGINNING);
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script to its end and tells what it printed. */
    String run(String script) {
        if (!bash.isAlive()) {
            throw new CommandFailed("The terminal has ended at an earlier failure.");
        }
        long before = length();
        Path status = scratch.resolve(++scripts + ".status");
        type("script='" + write(script) + "'; source \"$script\" </dev/null; echo $? >'" + status + "~'; mv '" + status
                + "~' '" + status + "'\n");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(status)) {
            if (!bash.isAlive()) {
                throw new CommandFailed(outputFrom(before));
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new CommandFailed(outputFrom(before) + "\nnot finished after " + PATIENCE);
            }
            pause();
        }
        if (!text(status).equals("0\n")) {
            throw new CommandFailed(outputFrom(before));
        }
        return outputFrom(before);
    }

    /** Runs a script in the background in place of the one before; what it prints goes to a file. */
    void start(String script, Path log) {
        endBackground();
        create(log);
        long process = Long.parseLong(run("{ set -e; source '" + write(script) + "'; } </dev/null >'" + log
                        + "' 2>&1 &\nbackground=$!\necho $!\n")
                .strip());
        background = ProcessHandle.of(process).orElse(null);
    }

    /** Whether what runs in the background still does. */
    boolean isBackgroundAlive() {
        return background != null && background.isAlive();
    }

    /** Ends what runs in the background, as Ctrl-C would. */
    void endBackground() {
        run("end_background\n");
    }

    @Override
    public void close() {
        try {
            keyboard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            new ProcessTree(bash.toHandle()).end(ENDED_WITHIN);
        }
    }

    private void type(String line) {
        try {
            keyboard.write(line);
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String script) {
        try {
            return Files.writeString(scratch.resolve(++scripts + ".sh"), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long length() {
        try {
            return Files.size(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String outputFrom(long position) {
        try {
            byte[] all = Files.readAllBytes(output);
            return new String(all, (int) position, all.length - (int) position, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets what is waited for go on. */
    static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command runs", e);
        }
    }

    /** A command that was no success. */
    static final class CommandFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailed(String output) {
            super(output);
        }
    }
}
