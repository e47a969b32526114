package io.agreements.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.receipt.EvidencePack;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.SampleReceipts;
import io.agreements.proof.time.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyReceiptTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void writeReceipts() throws IOException {
        for (var receipt : SampleReceipts.all().entrySet()) {
            Files.write(directory.resolve(receipt.getKey() + ".zip"), receipt.getValue());
        }
        Files.writeString(directory.resolve("keys"), SampleReceipts.LOG.key() + "\n");
    }

    @Test
    void aGoodOneIsGoodAndItsKeyIsToBeCompared() {
        assertThat(run(file("good"))).isZero();
        assertThat(out())
                .contains("terms-of-use version 2 in en: ACCEPTED")
                .contains(
                        "yes  in a signed checkpoint",
                        "no   witnessed",
                        "note  keys",
                        SampleReceipts.LOG.key().toString())
                .endsWith("The receipt is good.\n");
    }

    @Test
    void keysFromElsewhereAreGivenAsTheyAreOrInAFile() {
        assertThat(run("--key", SampleReceipts.LOG.key().toString(), file("good")))
                .isZero();
        assertThat(run("--key", directory.resolve("keys").toString(), file("good")))
                .isZero();
        assertThat(out()).doesNotContain("note ");
        assertThat(run("--key", SampleReceipts.STRANGER.key().toString(), file("good")))
                .isOne();
    }

    /** Whoever writes a receipt chooses the words that are told of it. */
    @Test
    void aReceiptTellsNothingOfItselfInTheNameOfTheProgram() throws IOException {
        Files.write(
                directory.resolve("forged.zip"),
                SampleReceipts.ofAgreement("terms\u001b[2K\r\nyes  witnessed: by all\n\u202eThe receipt is good.\n"));

        assertThat(run(file("forged"))).isOne();
        assertThat(out())
                .contains("terms\\u{1b}[2K\\u{d}\\u{a}yes  witnessed", "\\u{202e}The receipt")
                .doesNotContain("\u001b", "\r", "\u202e")
                .doesNotContainPattern("(?m)^yes  witnessed")
                .endsWith("The receipt is NOT good.\n");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(run(file("text-changed"))).isOne();
        assertThat(out()).contains("WRONG text.md: is not what it was", "The receipt is NOT good.");
    }

    @Test
    void aReceiptThatIsInNoCheckpointIsNotGood() {
        assertThat(run(file("not-in-log"))).isOne();
        assertThat(out()).contains("yes  recorded", "no   in a signed checkpoint", "Get the receipt again");
    }

    @Test
    void aTimeStampIsVerifiedByTheAuthorityThatIsNamed() throws Exception {
        TestAuthority authority = new TestAuthority("Authority", SampleReceipts.SEEN);
        Path believed = Files.writeString(directory.resolve("authority.pem"), authority.pem());
        Path others = Files.writeString(
                directory.resolve("stranger.pem"), new TestAuthority("Stranger", SampleReceipts.SEEN).pem());
        byte[] stamp = authority.stamp(SampleReceipts.checkpoint(), SampleReceipts.SEEN);
        Files.write(directory.resolve("timed.zip"), SampleReceipts.stamped(stamp));
        String key = SampleReceipts.LOG.key().toString();

        assertThat(run("--key", key, file("timed"))).isZero();
        assertThat(out()).contains("no   time-stamped", "note  timestamp.tst");
        printed.reset();
        assertThat(run("--key", key, "--authority", believed.toString(), file("timed")))
                .isZero();
        assertThat(out())
                .contains("yes  time-stamped: an authority says that it was there at " + SampleReceipts.SEEN)
                .doesNotContain("note ", "WRONG");
        printed.reset();
        assertThat(run("--key", key, "--authority", others.toString(), file("timed")))
                .isOne();
        assertThat(out()).contains("no   time-stamped", "WRONG timestamp.tst", "CN=Authority");
    }

    @Test
    void aFileWithoutCertificatesIsNobodyToBelieve() throws IOException {
        Path none = Files.writeString(directory.resolve("none.pem"), "");

        assertThat(run("--authority", none.toString(), file("stamped"))).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("There is no certificate in ");
    }

    @Test
    void theProgramsAreNamed() {
        assertThat(Main.run(new String[0], System.out, new PrintStream(complained)))
                .isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("verify-receipt", "verify-ledger");
        complained.reset();
        assertThat(Main.run(new String[] {"--help"}, new PrintStream(printed), new PrintStream(complained)))
                .isZero();
        assertThat(out()).contains("verify-receipt", "verify-ledger", "Exit status");
        printed.reset();
        assertThat(Main.run(
                        new String[] {"verify-ledger", "--help"},
                        new PrintStream(printed),
                        new PrintStream(complained)))
                .isZero();
        assertThat(out()).contains("Usage: verify-ledger", "--jdbc-url");
        assertThat(Main.run(new String[] {"verify-ledger"}, new PrintStream(printed), new PrintStream(complained)))
                .isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Usage: verify-ledger");
    }

    @Test
    void whatCannotBeReadIsTold() {
        for (String name : new String[] {"cut", "longer", "no-zip", "no-record", "with-another-file"}) {
            assertThat(run(file(name))).as(name).isEqualTo(2);
        }
        assertThat(run(directory.resolve("missing").toString())).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("It cannot be read: ", "There is no file ")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsNoZipIsSaidToBeNone() throws IOException {
        for (String content : new String[] {"", "PK", "{\"form\":1}", "%PDF-1.7 and more than a header has bytes"}) {
            complained.reset();
            assertThat(run(Files.writeString(directory.resolve("other"), content)
                            .toString()))
                    .as(content)
                    .isEqualTo(2);
            assertThat(complained.toString(StandardCharsets.UTF_8))
                    .as(content)
                    .contains("It is no ZIP file. A receipt is one")
                    .doesNotContain("packed anew");
        }
        complained.reset();
        assertThat(run(file("cut"))).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).doesNotContain("It is no ZIP file");
    }

    @Test
    void ofAPackEachReceiptIsVerified() throws IOException {
        Path pack = directory.resolve("pack.zip");
        write(pack, "7c1f", SampleReceipts.all().get("good"));
        assertThat(run("--key", SampleReceipts.LOG.key().toString(), pack.toString()))
                .isZero();
        assertThat(out()).contains("good  7c1f", "ACCEPTANCE terms-of-use 2 ACCEPTED", "1 of 1 receipts are good.");

        try (OutputStream stream = Files.newOutputStream(pack)) {
            new EvidencePack.Writer(stream).finish();
        }
        assertThat(run(pack.toString())).isOne();
        assertThat(out()).contains("0 of 0 receipts are good.");

        write(pack, "other-id", SampleReceipts.all().get("good"));
        assertThat(run(pack.toString())).isOne();
        assertThat(out()).contains("WRONG other-id", "another id than its name", "0 of 1 receipts are good.");

        write(pack, "7c1f", SampleReceipts.all().get("not-in-log"));
        assertThat(run(pack.toString())).isOne();
        assertThat(out()).contains("Get the receipt again");
    }

    @Test
    void ofAPackItIsSaidHowFarItsReceiptsWereVerified() throws Exception {
        TestAuthority authority = new TestAuthority("Authority", SampleReceipts.SEEN);
        Path believed = Files.writeString(directory.resolve("authority.pem"), authority.pem());
        Path pack = directory.resolve("pack.zip");
        write(pack, "7c1f", SampleReceipts.stamped(authority.stamp(SampleReceipts.checkpoint(), SampleReceipts.SEEN)));

        assertThat(run("--key", SampleReceipts.LOG.key().toString(), pack.toString()))
                .isZero();
        assertThat(out()).contains("1 in a signed checkpoint, 0 witnessed, 0 time-stamped");
        printed.reset();
        assertThat(run("--authority", believed.toString(), pack.toString())).isZero();
        assertThat(out()).contains("1 in a signed checkpoint, 0 witnessed, 1 time-stamped");
    }

    private static void write(Path pack, String recordId, byte[] receipt) throws IOException {
        try (OutputStream stream = Files.newOutputStream(pack)) {
            EvidencePack.Writer writer = new EvidencePack.Writer(stream);
            writer.add(recordId, Receipt.parse(receipt));
            writer.finish();
        }
    }

    @Test
    void whoAsksWronglyIsToldHow() {
        for (String[] words : new String[][] {
            {}, {"--key"}, {"--whatever", "x"}, {"one", "two"}, {"--authority", file("good"), file("good")}
        }) {
            assertThat(run(words)).as(Arrays.toString(words)).isEqualTo(2);
        }
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Usage: verify-receipt");
        assertThat(run("--help")).isZero();
        assertThat(Main.run(new String[] {"something"}, System.out, new PrintStream(complained)))
                .isEqualTo(2);
    }

    private String file(String name) {
        return directory.resolve(name + ".zip").toString();
    }

    private int run(String... words) {
        return Main.run(
                Stream.concat(Stream.of("verify-receipt"), Stream.of(words)).toArray(String[]::new),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
