package io.agreements.proof.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Runs programs of the command line within the test. */
public final class Programs {

    private Programs() {}

    /** Without a terminal. */
    public static Result verifyLedger(Clock clock, String... arguments) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(words, true, StandardCharsets.UTF_8);
        int status = new VerifyLedger(Map.of(), stream, stream, false, clock).run(arguments);
        return new Result(status, words.toString(StandardCharsets.UTF_8));
    }

    /**
     * What a program leaves behind.
     *
     * @param status with which it ended
     * @param words that it said
     */
    public record Result(int status, String words) {}
}
