package io.agreements.proof.cli;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.ledger.check.LedgerCheck;
import io.agreements.proof.ledger.check.SpanCheck;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import io.agreements.proof.ledger.export.Lines;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.ledger.outcome.SpanVerification;
import io.agreements.proof.ledger.outcome.Verification;
import io.agreements.proof.log.Policy;
import io.agreements.proof.note.VerifierKey;
import io.agreements.proof.time.TimeStamp;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Says whether a ledger is what it was: {@code bin/verify-ledger}. See {@code docs/verifying.md}. */
final class VerifyLedger {

    static final int GOOD = 0;
    static final int TAMPERED = 1;
    static final int UNREADABLE = 2;

    private static final Set<String> OPTIONS = Set.of(
            "--jdbc-url",
            "--user",
            "--driver",
            "--schema",
            "--realm",
            "--export",
            "--checkpoint",
            "--key",
            "--policy",
            "--entries",
            "--stamp",
            "--authority",
            "--write-export",
            "--from",
            "--to");
    private static final int LARGEST_FILE = 256 << 20;

    private static final String USAGE = """
            Usage: verify-ledger --realm REALM --jdbc-url URL --user NAME [OPTION...]
                   verify-ledger --export FILE [OPTION...]

            Recomputes every record, entry, hash and signature of a realm's ledger, and names each record and column that is
            not what it was. The database is only read, and may be in use.

              --realm REALM       name of the realm, or its id (of one that was removed)
              --jdbc-url URL      such as jdbc:postgresql://db.example.org/keycloak
              --user NAME         of the database; the password is in the variable KC_DB_PASSWORD
              --driver JAR        JDBC driver, where none is on the class path
              --schema NAME       where Keycloak's tables are, if not where the user looks
              --export FILE       a ledger that was written down, instead of a database
              --checkpoint FILE   kept elsewhere; again for more. Without one, only what contradicts itself is found
              --key KEY|FILE      verifier key of the log, or the file that /log/keys gave; again for more. What none of them
                                  signed is wrong then, whatever keys are stored
              --policy FILE       whom to believe, as /log/policy gave it, or with witnesses
              --entries DIRECTORY a copy of the log's entries
              --authority FILE    certificates, as PEM, of whom you believe about time stamps; needs Bouncy Castle on the
                                  class path; again for more
              --stamp FILE        a time stamp on a kept checkpoint; needs --authority
              --from INDEX, --to INDEX
                                  a part of the log only, up to the first index that is not meant any more
              --write-export FILE writes the ledger down (FILE.gz packs it) and verifies nothing

            Exit status: 0 nothing is wrong; 1 something was changed, removed, inserted or moved; 2 it could not be looked at.
            """;

    private final Map<String, String> environment;
    private final Told out;
    private final PrintStream err;
    private final Told told;
    private final boolean terminal;
    private final Clock clock;

    VerifyLedger(Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal, Clock clock) {
        this.environment = environment;
        this.out = new Told(out);
        this.err = err;
        this.told = new Told(err);
        this.terminal = terminal;
        this.clock = clock;
    }

    /** @return the exit status */
    int run(String... words) {
        if (words.length == 0) {
            told.text(USAGE);
            return UNREADABLE;
        }
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            out.text(USAGE);
            return GOOD;
        }
        try {
            Arguments arguments = Arguments.parse(words, OPTIONS);
            Outside outside = outside(arguments);
            try (LedgerSource source = source(arguments)) {
                Optional<String> target = arguments.one("--write-export");
                Optional<Span> span = span(source, arguments);
                if (target.isPresent()) {
                    return export(source, span, Path.of(target.get()));
                }
                return verify(source, span, outside, arguments);
            }
        } catch (IllegalArgumentException | UnreadableException | IOException e) {
            told.line("error: " + e.getMessage());
            return UNREADABLE;
        } catch (SQLException e) {
            told.line("error: the database cannot be reached: " + e.getMessage());
            return UNREADABLE;
        }
    }

    /** The part of the log that is meant; empty for all of the ledger. */
    private static Optional<Span> span(LedgerSource source, Arguments arguments) {
        Optional<String> from = arguments.one("--from");
        Optional<String> to = arguments.one("--to");
        if (from.isEmpty() && to.isEmpty()) {
            return source.part();
        }
        long size = source.find(Reading.all(Table.LOG), 1).stream()
                .findFirst()
                .map(log -> log.number("LOG_SIZE"))
                .orElse(0L);
        Span all = source.part().orElse(new Span(0, size));
        Span span = new Span(
                from.map(number -> index("--from", number)).orElse(all.from()),
                to.map(number -> index("--to", number)).orElse(all.to()));
        if (span.from() < all.from() || span.to() > all.to()) {
            throw new IllegalArgumentException("There are entries from %d to %d only".formatted(all.from(), all.to()));
        }
        return Optional.of(span);
    }

    private static long index(String option, String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs an index of the log, and not " + number);
        }
    }

    private int verify(LedgerSource source, Optional<Span> span, Outside outside, Arguments arguments)
            throws IOException {
        ProgressBar bar = new ProgressBar(err);
        Findings findings = new Findings(finding -> {
            bar.clear();
            out.line(finding);
        });
        Progress progress = terminal ? bar : (done, all) -> {};
        stamps(outside, arguments, findings);
        boolean isGood = span.isPresent()
                ? isGood(new SpanCheck(source, span.get(), outside, findings, progress, clock).run(), bar, outside)
                : isGood(new LedgerCheck(source, outside, findings, progress, clock).run(), bar, outside);
        if (outside.checkpoints().isEmpty()) {
            out.line("Without a checkpoint that was kept elsewhere this says only that the ledger agrees with itself.");
        }
        return isGood ? GOOD : TAMPERED;
    }

    private boolean isGood(Verification result, ProgressBar bar, Outside outside) {
        bar.clear();
        out.line(
                "%s: log %s, %d entries, %d records, held against %d kept checkpoints: %d wrong",
                result.isGood() ? "GOOD" : "TAMPERED",
                result.origin(),
                result.size(),
                result.records(),
                outside.checkpoints().size(),
                result.wrong());
        return result.isGood();
    }

    private boolean isGood(SpanVerification result, ProgressBar bar, Outside outside) {
        bar.clear();
        out.line(
                "%s: log %s, entries from %d to %d, %d records, held against %d kept checkpoints: %d wrong",
                result.isGood() ? "GOOD" : "TAMPERED",
                result.origin(),
                result.span().from(),
                result.span().to(),
                result.records(),
                outside.checkpoints().size(),
                result.wrong());
        return result.isGood();
    }

    private int export(LedgerSource source, Optional<Span> span, Path target) throws IOException {
        boolean packed = target.toString().endsWith(".gz");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                OutputStream lines = packed ? new GZIPOutputStream(file) : file) {
            if (span.isPresent()) {
                LedgerExport.write(source, span.get(), lines);
            } else {
                LedgerExport.write(source, lines);
            }
        }
        out.line("Written to " + target);
        return GOOD;
    }

    private LedgerSource source(Arguments arguments) throws SQLException {
        Optional<String> export = arguments.one("--export");
        if (export.isPresent()) {
            return ExportedLedger.open(Lines.of(Path.of(export.get())));
        }
        String password = Optional.ofNullable(environment.get("KC_DB_PASSWORD")).orElse("");
        String url = arguments.required("--jdbc-url");
        String user = arguments.one("--user").orElse(null);
        Optional<String> driver = arguments.one("--driver");
        return JdbcLedger.snapshot(
                driver.isPresent()
                        ? new DriverJar(Path.of(driver.get())).connect(url, user, password)
                        : DriverManager.getConnection(url, user, password),
                arguments.one("--schema").orElse(null),
                arguments.required("--realm"));
    }

    private static Outside outside(Arguments arguments) throws IOException {
        List<KeptCheckpoint> checkpoints = new ArrayList<>();
        for (String file : arguments.all("--checkpoint")) {
            List<KeptCheckpoint> some = KeptCheckpoint.parse(file, text(file));
            if (some.isEmpty()) {
                throw new MalformedException("There is no checkpoint in " + file);
            }
            checkpoints.addAll(some);
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String key : arguments.all("--key")) {
            List<VerifierKey> some = (Files.isRegularFile(Path.of(key)) ? text(key) : key)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(VerifierKey::parse)
                    .toList();
            if (some.isEmpty()) {
                throw new MalformedException("There is no key in " + key);
            }
            keys.addAll(some);
        }
        Optional<String> policy = arguments.one("--policy");
        List<X509Certificate> authorities = new ArrayList<>();
        for (String file : arguments.all("--authority")) {
            authorities.addAll(certificates(file));
        }
        return new Outside(
                checkpoints,
                keys,
                policy.isEmpty() ? Optional.empty() : Optional.of(Policy.parse(bytes(policy.get()))),
                arguments.one("--entries").map(directory -> EntriesDirectory.of(Path.of(directory))),
                authorities);
    }

    /** Each has to be on one of the kept checkpoints. */
    private void stamps(Outside outside, Arguments arguments, Findings findings) throws IOException {
        for (String file : arguments.all("--stamp")) {
            TimeStamp stamp = TimeStamp.parse(bytes(file));
            if (outside.authorities().isEmpty()) {
                throw new IllegalArgumentException("--authority is missing");
            }
            KeptCheckpoint kept = outside.checkpoints().stream()
                    .filter(one -> stamp.isOn(text(one)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the time stamp %s is on no checkpoint that is given: name the one it is on by --checkpoint"
                                    .formatted(file)));
            try {
                out.line(
                        "The checkpoint of %d entries in %s was there at %s, as %s says",
                        kept.checkpoint().size(), kept.place(), stamp.verify(text(kept), outside.authorities()), file);
            } catch (UnverifiedException e) {
                findings.add(Finding.of(Finding.Kind.UNSIGNED, Saying.KEPT_STAMP_FALSE.of(file, e.getMessage())));
            }
        }
    }

    private static byte[] text(KeptCheckpoint kept) {
        return kept.note().text().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Collection<X509Certificate> certificates(String file) throws IOException {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            Collection<X509Certificate> found = (Collection<X509Certificate>)
                    (Collection<?>) CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (found.isEmpty()) {
                throw new MalformedException(file + " has no certificates");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new MalformedException(file + " has no certificates");
        }
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.size(path) > LARGEST_FILE) {
            throw new MalformedException(file + " is too large");
        }
        return Files.readAllBytes(path);
    }
}
