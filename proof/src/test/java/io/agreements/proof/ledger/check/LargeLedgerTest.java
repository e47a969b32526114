package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ledger with very many records is looked at in one go. */
final class LargeLedgerTest {

    private static final int RECORDS = 100_000;
    private static final int SIGNED_AFTER = 1000;

    @Test
    @Tag("long")
    void aHundredThousandRecordsAreLookedAtAndOneThatIsChangedIsNamed() {
        TestDatabase database = new TestDatabase("jdbc:h2:mem:large;DB_CLOSE_DELAY=-1", SIGNED_AFTER);
        SampleLedger ledger = new SampleLedger(database);
        fill(ledger, RECORDS);
        database.flush();
        long from = System.nanoTime();
        assertThat(verify(database, ledger).wrong()).isZero();
        System.out.printf(Locale.ROOT, "[verify] %,d records in %.1f s%n", RECORDS, (System.nanoTime() - from) / 1e9);

        database.update("update AGR_RECORD set METHOD = 'LOGIN' where LOG_INDEX = ?", RECORDS / 2);
        assertThat(verify(database, ledger).findings())
                .filteredOn(one -> one.kind().isTampering())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.index()).isEqualTo(RECORDS / 2);
                    assertThat(one.column()).isEqualTo("METHOD");
                });
        database.close();
    }

    private static void fill(SampleLedger ledger, int records) {
        for (int number = 1; number <= records; number++) {
            ledger.accept(ledger.newUser());
            if (number % SIGNED_AFTER == 0) {
                ledger.sign();
            }
        }
    }

    /**
     * Writes such a ledger into an empty database, for measurements, and its checkpoints and key beside it.
     *
     * @param arguments address of the database, how many records, a directory
     */
    public static void main(String[] arguments) throws IOException {
        TestDatabase database = new TestDatabase(arguments[0], SIGNED_AFTER);
        SampleLedger ledger = new SampleLedger(database);
        fill(ledger, Integer.parseInt(arguments[1]));
        database.flush();
        StringBuilder checkpoints = new StringBuilder();
        ledger.checkpoints().forEach(one -> checkpoints.append(one.note()).append('\n'));
        Path directory = Files.createDirectories(Path.of(arguments[2]));
        Files.writeString(directory.resolve("checkpoints"), checkpoints);
        Files.writeString(directory.resolve("keys"), SampleLedger.KEY.key() + "\n");
    }

    private static Verification verify(TestDatabase database, SampleLedger ledger) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return new LedgerCheck(source, ledger.outside(), new Findings(one -> {}), (done, all) -> {}, clock).run();
        }
    }
}
