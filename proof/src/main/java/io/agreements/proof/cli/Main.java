package io.agreements.proof.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

/** What {@code java -jar} starts: the first word says which program. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        String program = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        if (program.equals("verify-receipt")) {
            return new VerifyReceipt(out, err).run(rest);
        }
        if (program.equals("verify-ledger")) {
            boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
            return new VerifyLedger(System.getenv(), out, err, terminal, Clock.systemUTC()).run(rest);
        }
        err.println("Usage: java -jar keycloak-agreements.jar verify-receipt FILE");
        err.println("       bin/verify-ledger OPTION...");
        return USAGE;
    }
}
