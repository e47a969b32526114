package io.agreements.proof.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;

/** Receipts that somebody hands over. */
final class ReceiptFuzzTest {

    private static final Trial TRIAL = new Trial("receipts");

    @DictionaryEntries({
        "PK\\x03\\x04\\x0A\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x21\\x00",
        "PK\\x01\\x02\\x0A\\x00\\x0A\\x00",
        "PK\\x05\\x06\\x00\\x00\\x00\\x00",
        "receipt.html",
        "record.json",
        "disclosures.json",
        "record.tlog-proof",
        "{\\x22form\\x22:1",
        "{\\x22salt\\x22:\\x22000102030405060708090a0b0c0d0e0f\\x22,\\x22values\\x22:{}}"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            Receipt receipt;
            try {
                receipt = Receipt.parse(input);
            } catch (MalformedException e) {
                return false;
            }
            assertThat(receipt.zip()).isEqualTo(input);
            ReceiptReport report = ReceiptVerifier.verify(receipt, Trust.NONE);
            assertThat(report.findings()).isNotEmpty();
            return true;
        });
    }
}
