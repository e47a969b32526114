package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.JdbcLedger;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Findings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is put on record when it is published, before anybody has decided on it. */
final class PublicationsTest {

    private static final byte[] OTHER = "## Other terms\n".getBytes(StandardCharsets.UTF_8);

    private TestDatabase database;
    private SampleLedger ledger;

    @BeforeEach
    void makeLedger() {
        database = new TestDatabase("publications");
        ledger = new SampleLedger(database);
        publication("published", SampleLedger.TEXT);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void publication(String action, byte[] text) {
        ledger.record(SampleLedger.map(
                "TYPE",
                "PUBLICATION",
                "AGREEMENT_KEY",
                "terms",
                "VERSION_NUMBER",
                1L,
                "DETAILS",
                "{\"action\":\"%s\",\"digest.en\":\"%s\"}".formatted(action, Sha256.hex(text))));
    }

    private List<Finding> verify() {
        ledger.sign();
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return new LedgerCheck(source, ledger.outside(), new Findings(one -> {}), (done, all) -> {}, clock)
                    .run()
                    .findings();
        }
    }

    private void change() {
        database.update("update AGR_TEXT set CONTENT = ?, DIGEST = ?", OTHER, Sha256.hex(OTHER));
    }

    @Test
    void whatWasPublishedIsThere() {
        assertThat(verify()).isEmpty();
    }

    @Test
    void whatWasChangedAfterItWasPublishedIsTampering() {
        change();

        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.row()).isEqualTo("terms/1/en");
            assertThat(one.column()).isEqualTo("CONTENT");
        });
    }

    /** It is a draft again, and may be edited. */
    @Test
    void whatWasChangedAfterItsPublicationWasCancelledIsGood() {
        publication("cancelled", SampleLedger.TEXT);
        change();
        publication("published", OTHER);

        assertThat(verify()).isEmpty();
    }
}
