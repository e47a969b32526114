package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.cli.Programs;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.TestKeys;
import io.agreements.proof.time.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, as a shell calls it. */
final class VerifyLedgerTest {

    @TempDir
    Path directory;

    private TestDatabase database;
    private SampleLedger ledger;
    private String out;

    @BeforeEach
    void makeLedger() throws IOException {
        database = new TestDatabase("command");
        ledger = new SampleLedger(database);
        ledger.accept(ledger.newUser());
        ledger.sign();
        ledger.accept(ledger.newUser());
        ledger.accept(ledger.newUser());
        ledger.sign();
        StringBuilder checkpoints = new StringBuilder();
        ledger.checkpoints().forEach(one -> checkpoints.append(one.note()).append('\n'));
        Files.writeString(directory.resolve("checkpoints"), checkpoints);
        Files.writeString(directory.resolve("keys"), SampleLedger.KEY.key() + "\n");
        Files.writeString(directory.resolve("policy"), SampleLedger.policy().toString());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int run(String... arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.add(
                    argument.startsWith("@")
                            ? directory.resolve(argument.substring(1)).toString()
                            : argument);
        }
        Programs.Result result = Programs.verifyLedger(
                Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC), words.toArray(String[]::new));
        out = result.words();
        return result.status();
    }

    private int verify(String... more) {
        List<String> words = new ArrayList<>(List.of("--jdbc-url", database.url(), "--realm", "shop"));
        Collections.addAll(words, more);
        return run(words.toArray(String[]::new));
    }

    @Test
    void aLedgerThatIsWhatItWasIsGood() {
        assertThat(verify("--checkpoint", "@checkpoints", "--key", "@keys")).isZero();
        assertThat(out).contains("GOOD: log " + SampleLedger.ORIGIN + ", 3 entries, 3 records", "2 kept checkpoints");
        assertThat(verify("--checkpoint=" + directory.resolve("checkpoints"), "--policy", "@policy"))
                .isZero();
        assertThat(verify()).isZero();
        assertThat(out).contains("no key of the log is given", "agrees with itself");
    }

    @Test
    void oneThatNoGivenKeySignedIsNot() throws IOException {
        String strange =
                TestKeys.signer(SampleLedger.ORIGIN, KeyType.NOTE, 9).key().toString();
        Files.writeString(directory.resolve("others"), strange + "\n");
        Files.writeString(directory.resolve("none"), "\n");

        assertThat(verify("--key", "@others")).isEqualTo(1);
        assertThat(out)
                .contains(
                        "WRONG UNSIGNED AGR_CHECKPOINT", SampleLedger.KEY.key().toString(), "TAMPERED");
        assertThat(verify("--key", strange, "--checkpoint", "@checkpoints")).isEqualTo(1);
        assertThat(verify("--key", "@others", "--from", "0", "--to", "2")).isEqualTo(1);
        assertThat(verify("--key", "@others", "--key", "@keys")).isZero();
        assertThat(verify("--key", "@none")).isEqualTo(2);
        assertThat(out).contains("There is no key in ");
    }

    @Test
    void oneThatWasChangedIsNot() {
        database.update("update AGR_RECORD set CLIENT_ID = 'other' where LOG_INDEX = 1");

        assertThat(verify("--checkpoint", "@checkpoints", "--key", "@keys")).isEqualTo(1);
        assertThat(out)
                .contains("WRONG CHANGED AGR_RECORD ", " (log index 1) CLIENT_ID: ", "TAMPERED: log ", ": 1 wrong");
    }

    /** Whoever writes to the database chooses the words that are told of a row. */
    @Test
    void aRowTellsNothingOfItselfInTheNameOfTheProgram() {
        database.update(
                "update AGR_RECORD set CLIENT_ID = ? where LOG_INDEX = 1",
                "\u001b[2J\nGOOD: log of all, 0 wrong\r\u202e");

        assertThat(verify("--checkpoint", "@checkpoints", "--key", "@keys")).isEqualTo(1);
        assertThat(out)
                .contains("\\u{1b}[2J\\u{a}GOOD: log of all, 0 wrong\\u{d}\\u{202e}")
                .doesNotContain("\u001b", "\u202e", "\nGOOD");
    }

    /** The copy was made before somebody took away the end of the log. */
    @Test
    void keptEntriesOfALongerLogAreHeldAgainstWhatIsLeft() throws IOException {
        Path entries = Files.createDirectories(directory.resolve("entries/000.p"));
        Files.write(entries.resolve("3"), ledger.tile(new TilePath(TilePath.ENTRIES, 0, 3)));
        database.update("delete from AGR_CHECKPOINT where LOG_SIZE > 1");
        database.update("update AGR_RECORD set LOG_INDEX = null where LOG_INDEX > 0");
        database.update("update AGR_LOG set LOG_SIZE = 1");

        assertThat(verify("--entries", "@entries", "--checkpoint", "@checkpoints", "--key", "@keys"))
                .isEqualTo(1);
        assertThat(out).contains("WRONG CONTRADICTION: the checkpoint in ", "has 3 entries, and the log has only 1");
    }

    @Test
    void aKeptStampHasToBeOnACheckpointThatIsGiven() throws Exception {
        Instant when = Instant.ofEpochMilli(ledger.now());
        TestAuthority authority = new TestAuthority("Authority", when);
        Files.writeString(directory.resolve("believed.pem"), authority.pem());
        Files.writeString(directory.resolve("others.pem"), new TestAuthority("Stranger", when).pem());
        String first = ledger.checkpoints().get(0).note().text();
        Files.write(directory.resolve("stamp"), authority.stamp(first.getBytes(StandardCharsets.UTF_8), when));
        Files.write(directory.resolve("stray"), authority.stamp(new byte[] {1}, when));

        assertThat(verifyStamp("@stamp", "@believed.pem")).as(out).isZero();
        assertThat(out).contains("The checkpoint of 1 entries in ", " was there at ", "GOOD: ");
        assertThat(verify(
                        "--checkpoint",
                        "@checkpoints",
                        "--key",
                        "@keys",
                        "--stamp",
                        "@stamp",
                        "--authority",
                        "@others.pem",
                        "--authority",
                        "@believed.pem"))
                .as(out)
                .isZero();
        assertThat(verify("--checkpoint", "@checkpoints", "--key", "@keys", "--stamp", "@stamp"))
                .isEqualTo(2);
        assertThat(out).contains("--authority is missing");
        assertThat(verifyStamp("@stamp", "@others.pem")).isEqualTo(1);
        assertThat(out).contains("WRONG UNSIGNED: the time stamp ", "CN=Authority");
        Files.writeString(directory.resolve("none.pem"), "");
        assertThat(verify("--authority", "@none.pem")).isEqualTo(2);
        assertThat(out).contains("none.pem has no certificates");
        assertThat(verifyStamp("@stray", "@believed.pem")).isEqualTo(2);
        assertThat(out).contains("is on no checkpoint that is given").doesNotContain("WRONG", "TAMPERED");
    }

    private int verifyStamp(String stamp, String root) {
        return verify("--checkpoint", "@checkpoints", "--key", "@keys", "--stamp", stamp, "--authority", root);
    }

    @Test
    void anExportIsVerifiedWithoutTheDatabase() {
        assertThat(verify("--write-export", "@ledger.ndjson.gz")).isZero();
        assertThat(run("--export", "@ledger.ndjson.gz", "--checkpoint", "@checkpoints", "--policy", "@policy"))
                .as(out)
                .isZero();
    }

    @Test
    void keptEntriesNameTheRecordOfALogThatWasMadeAnew() throws IOException {
        TestDatabase other = new TestDatabase("kept");
        SampleLedger kept = new SampleLedger(other);
        kept.accept(kept.newUser());
        kept.sign();
        kept.record(SampleLedger.map("TYPE", "EXPORT"));
        kept.accept(kept.newUser());
        kept.sign();
        TilePath path = new TilePath(TilePath.ENTRIES, 0, 3);
        Path entries = Files.createDirectories(directory.resolve("entries/000.p"));
        byte[] bundle = kept.tile(path);
        Files.write(entries.resolve("3"), EntryBundle.parse(path, bundle).bytes());
        other.close();

        assertThat(verify("--entries", "@entries", "--key", "@keys")).isEqualTo(1);
        assertThat(out).contains("(log index 1)");
    }

    @Test
    void whatCannotBeLookedAtIsSaidToBeThat() throws IOException {
        Files.writeString(directory.resolve("nonsense"), "nonsense\n\nmore\n");
        assertThat(run()).isEqualTo(2);
        assertThat(run("--nonsense", "1")).isEqualTo(2);
        assertThat(run("--realm")).isEqualTo(2);
        assertThat(run("--jdbc-url", "jdbc:nothing:x", "--realm", "shop")).isEqualTo(2);
        assertThat(run("--jdbc-url", database.url(), "--realm", "nowhere")).isEqualTo(2);
        assertThat(out).contains("error: There is no realm nowhere");
        assertThat(run("--export", "@nowhere")).isEqualTo(2);
        assertThat(run("--export", "@nonsense")).isEqualTo(2);
        assertThat(verify("--checkpoint", "@nonsense")).isEqualTo(2);
        Files.writeString(directory.resolve("empty"), "\n");
        assertThat(verify("--checkpoint", "@empty")).isEqualTo(2);
        assertThat(out).contains("error: There is no checkpoint in ");
        assertThat(verify("--entries", "@nowhere")).isEqualTo(2);
        assertThat(verify("--authority", "@empty")).isEqualTo(2);
        assertThat(verify("--schema", "no; such")).isEqualTo(2);
    }
}
