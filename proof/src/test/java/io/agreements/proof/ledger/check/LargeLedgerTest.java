package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.ledger.Findings;
import io.agreements.proof.ledger.JdbcLedger;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Verification;
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
        TestDatabase database = new TestDatabase("large");
        SampleLedger ledger = new SampleLedger(database);
        String changed = null;
        for (int number = 1; number <= RECORDS; number++) {
            String id = ledger.accept(ledger.newUser());
            changed = number == RECORDS / 2 ? id : changed;
            if (number % SIGNED_AFTER == 0) {
                ledger.sign();
            }
        }
        long from = System.nanoTime();
        assertThat(verify(database, ledger).wrong()).isZero();
        System.out.printf(Locale.ROOT, "[verify] %,d records in %.1f s%n", RECORDS, (System.nanoTime() - from) / 1e9);

        database.update("update AGR_RECORD set METHOD = 'LOGIN' where ID = ?", changed);
        assertThat(verify(database, ledger).findings())
                .filteredOn(one -> one.kind().isTampering())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.index()).isEqualTo(RECORDS / 2 - 1);
                    assertThat(one.column()).isEqualTo("METHOD");
                });
        database.close();
    }

    private static Verification verify(TestDatabase database, SampleLedger ledger) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return new LedgerCheck(source, ledger.outside(), new Findings(one -> {}), (done, all) -> {}, clock).run();
        }
    }
}
