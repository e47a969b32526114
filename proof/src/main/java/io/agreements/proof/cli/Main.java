package io.agreements.proof.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

/** What {@code java -jar} starts: the first word says which program. */
public final class Main {

    private static final int GOOD = 0;
    private static final int NOT_KNOWN = 2;

    private static final String USAGE = """
            Usage: java -jar keycloak-agreements.jar PROGRAM [OPTION...]

              verify-receipt      whether a receipt, or an evidence pack, is what it was; needs no network
              verify-ledger       whether the ledger of a realm is what it was: a database in use, or an export of it
              evidence-pictures   adds pictures of its pages to the evidence pack of a version; needs Chromium

            PROGRAM --help says more. What does not come with the jar goes on the class path, with
            java -cp keycloak-agreements.jar:OTHER.jar io.agreements.proof.cli.Main PROGRAM: Bouncy Castle for time stamps,
            a JDBC driver (or --driver) for verify-ledger.

            Exit status: 0 if all of it is right, 1 if something is wrong, 2 if it could not be looked at.
            """;

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
        if (program.equals("evidence-pictures")) {
            return new EvidencePictures(System.getenv(), out, err, Clock.systemUTC()).run(rest);
        }
        if (program.equals("--help") || program.equals("-h")) {
            out.print(USAGE);
            return GOOD;
        }
        err.print(USAGE);
        return NOT_KNOWN;
    }
}
