package io.agreements.proof.cli;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.log.Policy;
import io.agreements.proof.note.VerifierKey;
import io.agreements.proof.receipt.EvidencePack;
import io.agreements.proof.receipt.Finding;
import io.agreements.proof.receipt.Grade;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptReport;
import io.agreements.proof.receipt.ReceiptVerifier;
import io.agreements.proof.receipt.Trust;
import io.agreements.proof.receipt.version.VersionPack;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Verifies receipts, offline. */
final class VerifyReceipt {

    private static final int GOOD = 0;
    private static final int NOT_GOOD = 1;
    private static final int NOT_READ = 2;

    private static final String TIME_STAMPS = "org.bouncycastle.tsp.TimeStampToken";

    private static final String USAGE = """
            Usage: verify-receipt [OPTION...] FILE

            Verifies a receipt, or all of an evidence pack (of a user, or of a version), without a network, and says what has
            been verified of it.

              --key KEY|FILE      a verifier key of the log that you have from elsewhere, or a file with some, one a line
                                  (such as …/agreements/log/keys, kept earlier); may be said several times
              --policy FILE       a tlog-policy: whose keys and which witnesses you believe
              --authority FILE    certificates, as PEM, of whom you believe about time stamps; needs Bouncy Castle on the
                                  class path (bcprov, bcutil and bcpkix of the server's lib/lib/main)

            Without --key and --policy the signature is checked by the key that the receipt brings along: compare it.

            Exit status: 0 if all of it is right and in a signed checkpoint, 1 if not, 2 if it cannot be read.
            """;

    private final Told out;
    private final Told err;

    VerifyReceipt(PrintStream out, PrintStream err) {
        this.out = new Told(out);
        this.err = new Told(err);
    }

    int run(String[] arguments) {
        try {
            Options options = Options.of(arguments);
            if (options.help()) {
                out.text(USAGE);
                return GOOD;
            }
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(options.file()))) {
                return isGood(stream, options.trust()) ? GOOD : NOT_GOOD;
            }
        } catch (UsageException e) {
            err.line(e.getMessage());
            err.text(USAGE);
        } catch (MalformedException e) {
            err.line("It cannot be read: " + e.getMessage());
        } catch (NoSuchFileException e) {
            err.line("There is no file " + e.getMessage());
        } catch (IOException e) {
            err.line("It cannot be read: " + e.getMessage());
        }
        return NOT_READ;
    }

    private boolean isGood(InputStream stream, Trust trust) throws IOException {
        int longest = Math.max(EvidencePack.BEGINNING, VersionPack.BEGINNING);
        stream.mark(longest);
        byte[] beginning = stream.readNBytes(longest);
        stream.reset();
        if (EvidencePack.isPack(beginning)) {
            return new PackReport(out, trust).isGood(stream);
        }
        return VersionPack.isPack(beginning)
                ? new VersionEvidence(out, trust).isGood(stream)
                : tell(ReceiptVerifier.verify(Receipt.read(stream), trust));
    }

    private boolean tell(ReceiptReport report) {
        report.form().ifPresent(this::tell);
        for (Grade grade : Grade.values()) {
            out.line("%-4s %s", report.grades().contains(grade) ? "yes" : "no", words(grade, report));
        }
        report.findings().forEach(finding -> out.line(words(finding)));
        out.line(report.isGood() ? "The receipt is good." : "The receipt is NOT good.");
        return report.isGood();
    }

    private void tell(RecordForm form) {
        out.line("%s of %s", form.type(), Instant.ofEpochMilli(form.occurredAt()));
        if (form.agreement() != null) {
            out.line(
                    "%s version %s in %s%s",
                    form.agreement(),
                    form.version(),
                    form.locale(),
                    form.decision() == null ? "" : ": " + form.decision());
        }
    }

    static String words(Finding finding) {
        return "%s %s: %s%s"
                .formatted(
                        finding.code().isFault() ? "WRONG" : "note ",
                        finding.file().path(),
                        words(finding.code()),
                        finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")");
    }

    private static String words(Grade grade, ReceiptReport report) {
        return switch (grade) {
            case RECORDED -> "recorded: all parts belong to this record (which alone proves nothing)";
            case SIGNED -> "in a signed checkpoint: the record is in the log that was signed";
            case WITNESSED -> "witnessed: enough others have seen that checkpoint";
            case STAMPED ->
                "time-stamped: an authority says "
                        + report.stampedAt()
                                .map(time -> "that it was there at " + time)
                                .orElse("since when it has been there");
        };
    }

    private static String words(Finding.Code code) {
        return switch (code) {
            case UNREADABLE -> "is not in its format";
            case UNREADABLE_DETAILS ->
                "has details that are not what the product writes: somebody has changed what is stored";
            case MISSING -> "is missing, though the record names it";
            case UNEXPECTED -> "is there, though the record does not name it";
            case DIFFERS -> "is not what it was";
            case UNPROVEN -> "the record is not in that checkpoint";
            case UNSIGNED -> "the checkpoint is not signed by the log";
            case UNWITNESSED -> "those who have seen the checkpoint are not enough for the policy";
            case UNTRUSTED -> "the time stamp is not by whom you believe";
            case UNLOGGED -> "there is none: the record was in no signed checkpoint yet. Get the receipt again";
            case OWN_KEY ->
                "the signature was checked by the receipt's own key. Compare it with one you have from elsewhere";
            case OWN_WITNESSES ->
                "witnesses have signed, but only the receipt says who they are. Name them by --policy";
            case NO_WITNESSES -> "the operator's own policy asks for witnesses who have not signed";
            case UNCHECKED_STAMP -> "not looked at. Say whom you believe by --authority";
        };
    }

    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    private record Options(boolean help, Path file, Trust trust) {

        static Options of(String[] arguments) throws UsageException, IOException {
            List<VerifierKey> keys = new ArrayList<>();
            List<X509Certificate> authorities = new ArrayList<>();
            Policy policy = null;
            Path file = null;
            Iterator<String> words = List.of(arguments).iterator();
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "-h", "--help" -> {
                        return new Options(true, null, Trust.NONE);
                    }
                    case "--key" -> keys.addAll(keys(value(words, word)));
                    case "--policy" -> policy = Policy.parse(Files.readAllBytes(Path.of(value(words, word))));
                    case "--authority" -> authorities.addAll(certificates(Path.of(value(words, word))));
                    default -> {
                        if (word.startsWith("-") || file != null) {
                            throw new UsageException("What is " + word + "?");
                        }
                        file = Path.of(word);
                    }
                }
            }
            if (file == null) {
                throw new UsageException("Name the file of a receipt.");
            }
            return new Options(false, file, new Trust(keys, Optional.ofNullable(policy), authorities));
        }

        private static String value(Iterator<String> words, String option) throws UsageException {
            if (!words.hasNext()) {
                throw new UsageException(option + " needs a value.");
            }
            return words.next();
        }

        private static List<VerifierKey> keys(String keyOrFile) throws UsageException, IOException {
            if (keyOrFile.contains("+") && !Files.exists(Path.of(keyOrFile))) {
                return List.of(VerifierKey.parse(keyOrFile));
            }
            List<VerifierKey> keys = Files.readString(Path.of(keyOrFile), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(VerifierKey::parse)
                    .toList();
            if (keys.isEmpty()) {
                throw new UsageException("There is no key in " + keyOrFile + ".");
            }
            return keys;
        }

        private static List<X509Certificate> certificates(Path file) throws UsageException, IOException {
            requireBouncyCastle();
            try (InputStream stream = Files.newInputStream(file)) {
                List<X509Certificate> found =
                        CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                                .map(X509Certificate.class::cast)
                                .toList();
                if (found.isEmpty()) {
                    throw new UsageException("There is no certificate in " + file + ".");
                }
                return found;
            } catch (CertificateException e) {
                throw new UsageException("There are no certificates in " + file + ": " + e.getMessage());
            }
        }

        private static void requireBouncyCastle() throws UsageException {
            try {
                Class.forName(TIME_STAMPS);
            } catch (ClassNotFoundException e) {
                throw new UsageException("Time stamps need Bouncy Castle on the class path.");
            }
        }
    }
}
