package io.agreements.proof.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Exports of ledgers, from whomever. */
final class ExportFuzzTest {

    private static final Trial TRIAL = new Trial("exports of ledgers");

    @DictionaryEntries({
        "{\\x22ledgerExport\\x22:1,\\x22realm\\x22:\\x22r\\x22}\\x0A",
        "{\\x22rows\\x22:0}\\x0A",
        "{\\x22rows\\x22:1}\\x0A",
        "{\\x22RECORD\\x22:{\\x22ID\\x22:\\x22a\\x22,\\x22LOG_INDEX\\x22:0}}\\x0A",
        "{\\x22TILE\\x22:{\\x22CONTENT\\x22:\\x2200\\x22}}\\x0A",
        "\\x1F\\x8B",
        "PK\\x03\\x04"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyWereWrittenOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            try (ExportedLedger ledger = ExportedLedger.open(() -> new ByteArrayInputStream(input))) {
                ByteArrayOutputStream again = new ByteArrayOutputStream();
                LedgerExport.write(ledger, again);
                try (ExportedLedger second = ExportedLedger.open(() -> new ByteArrayInputStream(again.toByteArray()))) {
                    assertThat(second.realmId()).isEqualTo(ledger.realmId());
                }
                return true;
            } catch (MalformedException | UnreadableException e) {
                return false;
            }
        });
    }
}
