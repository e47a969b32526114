package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is put on record when it is published, before anybody has decided on it. */
final class PublicationsTest {

    private static final String TIMES =
            "PUBLISHED_AT = 10, EFFECTIVE_AT = 20, ENFORCED_AT = 30, RETRACTED_AT = null, MATERIAL = true,"
                    + " ACCEPTANCE = 'EXPLICIT'";
    private static final byte[] OTHER = "## Other terms\n".getBytes(StandardCharsets.UTF_8);

    private TestDatabase database;
    private SampleLedger ledger;

    @BeforeEach
    void makeLedger() {
        database = new TestDatabase("publications");
        ledger = new SampleLedger(database);
        publication("published", SampleLedger.TEXT);
        database.update("update AGR_VERSION set " + TIMES);
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
                "{\"acceptance\":\"EXPLICIT\",\"action\":\"%s\",\"digest.en\":\"%s\",\"effectiveAt\":20,\"enforcedAt\":30,"
                                .formatted(action, Sha256.hex(text))
                        + "\"material\":true,\"publishedAt\":10%s}"
                                .formatted(action.equals("retracted") ? ",\"retractedAt\":40" : "")));
    }

    private List<Finding> verify() {
        ledger.sign();
        return look();
    }

    private List<Finding> look() {
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

    @Test
    void aTextThatWasPutIntoAVersionAfterItWasPublishedIsNoneOfIt() {
        ledger.accept(ledger.newUser());
        database.update(
                "insert into AGR_TEXT (ID, VERSION_ID, LOCALE, TITLE, CONTENT, DIGEST, EDITS)"
                        + " values ('fr', 'version', 'fr', 'Conditions', ?, ?, 0)",
                OTHER,
                Sha256.hex(OTHER));

        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.SURPLUS);
            assertThat(one.table()).isEqualTo(Table.TEXT);
            assertThat(one.row()).isEqualTo("fr");
        });
        publication("cancelled", SampleLedger.TEXT);
        database.update("update AGR_VERSION set PUBLISHED_AT = null, EFFECTIVE_AT = null, ENFORCED_AT = null");
        assertThat(verify()).isEmpty();
    }

    @Test
    void timesAndSettingsOfAVersionAreThoseThatWerePublished() {
        Map<String, String> changes = Map.of(
                "PUBLISHED_AT", "null",
                "EFFECTIVE_AT", "21",
                "ENFORCED_AT", "null",
                "RETRACTED_AT", "40",
                "MATERIAL", "false",
                "ACCEPTANCE", "'IMPLIED'");
        assertThat(verify()).isEmpty();
        changes.forEach((column, value) -> {
            database.update("update AGR_VERSION set %s = %s".formatted(column, value));
            assertThat(look()).as(column).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                assertThat(one.table()).isEqualTo(Table.VERSION);
                assertThat(one.row()).isEqualTo("version");
                assertThat(one.column()).isEqualTo(column);
            });
            database.update("update AGR_VERSION set " + TIMES);
        });
        publication("retracted", SampleLedger.TEXT);
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.column()).isEqualTo("RETRACTED_AT"));
        database.update("update AGR_VERSION set RETRACTED_AT = 40");
        assertThat(look()).isEmpty();
    }

    @Test
    void thatUsersWereWrittenToAboutAVersionChangesNothingOfIt() {
        ledger.record(SampleLedger.map(
                "TYPE",
                "PUBLICATION",
                "AGREEMENT_KEY",
                "terms",
                "VERSION_NUMBER",
                1L,
                "DETAILS",
                "{\"action\":\"mailed\",\"by\":\"administrator\",\"failed\":2,\"sent\":998,\"startedAt\":50}"));

        assertThat(verify()).isEmpty();
    }

    @Test
    void aVersionThatNobodyPublishedIsADraft() {
        database.update("update AGR_VERSION set VERSION_NUMBER = 2");
        assertThat(verify()).anySatisfy(one -> {
            assertThat(one.column()).isEqualTo("PUBLISHED_AT");
            assertThat(one.words()).contains("no PUBLICATION");
        });
    }

    /** Another agreement has its key now, and none of its versions. */
    @Test
    void whatIsOnRecordOfAnAgreementThatIsRemovedIsAboutThatOne() {
        database.update("update AGR_AGREEMENT set REMOVED_AT = ?", ledger.now());
        ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        database.update(
                "insert into AGR_AGREEMENT (ID, REALM_ID, AGREEMENT_KEY, REQUIREMENT, BINDING_LOCALE, DISPLAY_POSITION,"
                        + " AUDIENCE_TYPE, CREATED_AT, EDITS, CHANGES, REMOVED_AT) values ('later', ?, 'terms', 'REQUIRED',"
                        + " 'en', 0, 'EVERYBODY', 0, 0, 0, 0)",
                SampleLedger.REALM);
        database.update("insert into AGR_VERSION (ID, AGREEMENT_ID, VERSION_NUMBER, MATERIAL, ACCEPTANCE, READ_TO_END,"
                + " CREATED_AT, EDITS) values ('draft', 'later', 1, true, 'EXPLICIT', false, 0, 0)");
        assertThat(verify()).isEmpty();

        database.update("update AGR_VERSION set PUBLISHED_AT = 10 where ID = 'draft'");
        assertThat(look())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isEqualTo("draft"));
    }

    /** It is a draft again, and may be edited. */
    @Test
    void whatWasChangedAfterItsPublicationWasCancelledIsGood() {
        publication("cancelled", SampleLedger.TEXT);
        database.update("update AGR_VERSION set PUBLISHED_AT = null, EFFECTIVE_AT = null, ENFORCED_AT = null,"
                + " MATERIAL = false");
        change();
        assertThat(verify()).isEmpty();
        database.update("update AGR_VERSION set " + TIMES);
        publication("published", OTHER);

        assertThat(verify()).isEmpty();
    }
}
