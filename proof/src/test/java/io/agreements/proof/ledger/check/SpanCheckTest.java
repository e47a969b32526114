package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.proof.canonical.RecordKeys;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.ledger.database.Connections;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.SpanVerification;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part of a log is verified while the server is in use: each query has a connection of its own. */
final class SpanCheckTest {

    private static final int RECORDS = 700;
    private static final Progress NOBODY = (done, all) -> {};

    private TestDatabase database;
    private SampleLedger ledger;
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void makeLedger() {
        database = new TestDatabase("span");
        ledger = new SampleLedger(database);
        add(RECORDS);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void add(int records) {
        for (int number = 0; number < records; number++) {
            ids.add(ledger.accept(ledger.newUser()));
            if (number % 90 == 89 || number == records - 1) {
                ledger.sign();
            }
        }
    }

    private Clock clock() {
        return Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
    }

    private LedgerSource live() {
        return JdbcLedger.live(new Fresh(database), null, SampleLedger.REALM);
    }

    private SpanVerification verify(long from, long to, Outside outside, Progress progress) {
        try (LedgerSource source = live()) {
            return new SpanCheck(source, new Span(from, to), outside, new Findings(one -> {}), progress, clock()).run();
        }
    }

    private List<Finding> wrong(long from, long to) {
        return wrong(verify(from, to, ledger.outside(), NOBODY));
    }

    private static List<Finding> wrong(SpanVerification result) {
        return result.findings().stream()
                .filter(one -> one.kind().isTampering())
                .toList();
    }

    @Test
    void whateverPartIsAskedForOfAGoodLogIsGood() {
        long[][] spans = {
            {0, 700}, {0, 1}, {0, 256}, {255, 257}, {256, 512}, {300, 310}, {511, 700}, {699, 700}, {5, 699}
        };
        for (long[] span : spans) {
            SpanVerification result = verify(span[0], span[1], ledger.outside(), NOBODY);
            assertThat(wrong(result)).as("from %d to %d", span[0], span[1]).isEmpty();
            assertThat(result.records()).isEqualTo(span[1] - span[0]);
            assertThat(result.signedSize()).isGreaterThanOrEqualTo(span[1]);
            assertThat(result.keptSize()).isEqualTo(RECORDS);
        }
    }

    @Test
    void aPartThatNoGivenKeySignedIsNotGood() {
        Signer strange = TestKeys.signer(SampleLedger.ORIGIN, KeyType.NOTE, 9);
        Outside outside = new Outside(List.of(), List.of(strange.key()), Optional.empty(), Optional.empty(), List.of());
        for (long[] span : new long[][] {{100, 200}, {600, RECORDS}, {0, RECORDS}}) {
            SpanVerification result = verify(span[0], span[1], outside, NOBODY);

            assertThat(wrong(result))
                    .as("from %d to %d", span[0], span[1])
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.kind()).isEqualTo(Finding.Kind.UNSIGNED);
                        assertThat(one.words()).contains(SampleLedger.KEY.key().toString(), "fetch /log/keys again");
                    });
            assertThat(result.signedSize()).isNull();
        }
        assertThat(verify(100, 200, ledger.outside(), NOBODY).signedSize()).isNotNull();
    }

    /** No part has that place, so nobody would ever look at it. */
    @Test
    void anErasureAtAPlaceThatTheLogDoesNotHaveExplainsNothing() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        ledger.sign();
        long size = RECORDS + 1;
        database.update(
                "update AGR_RECORD set USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null where ID = ?", id);
        try {
            for (long place : new long[] {size, size + 1_000_000, -1}) {
                String erasure = ledger.record(SampleLedger.map(
                        "TYPE",
                        "ERASURE",
                        "REALM_ID",
                        SampleLedger.OTHER_REALM,
                        "USER_ID",
                        user,
                        "DETAILS",
                        "{\"groups\":[\"identity\"],\"reason\":\"deletion\",\"records\":1}"));
                database.update(
                        "update AGR_RECORD set REALM_ID = ?, REALM_KEY = ?, LIST_KEY = ?, LOG_INDEX = ? where ID = ?",
                        SampleLedger.REALM,
                        RecordKeys.ofRealm(SampleLedger.REALM),
                        RecordKeys.ofList(SampleLedger.REALM, "ERASURE", null),
                        place,
                        erasure);
                assertThat(wrong(0, size)).as("at %d", place).singleElement().satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Finding.Kind.ERASED);
                    assertThat(one.row()).isEqualTo(id);
                });
                database.update("delete from AGR_RECORD where ID = ?", erasure);
            }
        } finally {
            database.update("delete from AGR_RECORD where REALM_ID = ?", SampleLedger.OTHER_REALM);
        }
    }

    @Test
    void whatALegalHoldKeepsIsNotErasedInAPartEither() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        ledger.record(
                SampleLedger.map("TYPE", "HOLD", "USER_ID", user, "DETAILS", "{\"hold\":\"h\",\"stage\":\"placed\"}"));
        ledger.record(SampleLedger.map(
                "TYPE",
                "ERASURE",
                "USER_ID",
                user,
                "DETAILS",
                "{\"groups\":[\"identity\",\"connection\",\"freeText\"],\"held\":1,\"reason\":\"deletion\","
                        + "\"records\":0}"));
        ledger.sign();
        assertThat(wrong(690, 702)).isEmpty();

        database.update("delete from USER_ENTITY where ID = ?", user);
        database.update(
                "update AGR_RECORD set USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null where ID = ?", id);
        assertThat(wrong(690, 702)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Finding.Kind.ERASED);
            assertThat(one.row()).isEqualTo(id);
        });
    }

    @Test
    void aPartThatTheLogDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> verify(0, RECORDS + 1, Outside.NOTHING, NOBODY))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void theRecordThatWasChangedIsNamedWithItsColumnAndOthersPartsAreGood() {
        database.update("update AGR_RECORD set DECISION = 'DECLINED' where ID = ?", ids.get(300));
        assertThat(wrong(299, 302)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.row()).isEqualTo(ids.get(300));
            assertThat(one.index()).isEqualTo(300);
            assertThat(one.column()).isEqualTo("DECISION");
        });
        assertThat(wrong(0, 300)).isEmpty();
        assertThat(wrong(301, 700)).isEmpty();
    }

    @Test
    void whatIsGoneOrHasLostItsPlaceOrStandsElsewhereIsNamed() {
        database.update("delete from AGR_RECORD where ID = ?", ids.get(10));
        database.update("update AGR_RECORD set LOG_INDEX = null where ID = ?", ids.get(20));
        database.update("update AGR_RECORD set LOG_INDEX = -1 where ID = ?", ids.get(30));
        database.update("update AGR_RECORD set LOG_INDEX = 30 where ID = ?", ids.get(31));
        database.update("update AGR_RECORD set LOG_INDEX = 31 where ID = ?", ids.get(30));
        List<Finding> found = wrong(0, 100);
        assertThat(found).extracting(Finding::kind).containsOnly(Kind.MISSING, Kind.MOVED);
        assertThat(found).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MISSING);
            assertThat(one.index()).isEqualTo(10);
        });
        assertThat(found.stream().filter(one -> one.kind() == Kind.MOVED))
                .extracting(Finding::row)
                .contains(ids.get(20), ids.get(30), ids.get(31));
    }

    /** Whoever can compute what follows from a record has to go up to the root, where the signature is. */
    @Test
    void aTileIsFoundOnEachLevelBesideTheRecordsThatAreRight() {
        for (TilePath path :
                List.of(new TilePath(TilePath.ENTRIES, 1, 256), new TilePath(0, 1, 256), new TilePath(1, 0, 2))) {
            byte[] content = ledger.tile(path);
            content[content.length - 1] ^= 1;
            setTile(path, content);
            assertThat(wrong(256, 512)).as(path.toString()).anySatisfy(one -> {
                assertThat(one.table()).isEqualTo(Table.TILE);
                assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            });
            setTile(path, ledger.tile(path));
        }
        assertThat(wrong(256, 512)).isEmpty();
    }

    private void setTile(TilePath path, byte[] content) {
        database.update(
                "update AGR_TILE set CONTENT = ? where TILE_LEVEL = ? and TILE_INDEX = ?",
                content,
                path.level(),
                path.index());
    }

    @Test
    void aCheckpointThatSomebodyKeptIsHeldAgainstTheLogWhereverItIs() {
        for (KeptCheckpoint kept : ledger.checkpoints()) {
            Outside outside = new Outside(
                    List.of(kept), List.of(SampleLedger.KEY.key()), Optional.empty(), Optional.empty(), List.of());
            SpanVerification result = verify(300, 400, outside, NOBODY);
            assertThat(wrong(result)).isEmpty();
            assertThat(result.keptSize()).isEqualTo(kept.checkpoint().size());
        }
        database.update("delete from AGR_CHECKPOINT where LOG_SIZE = 90");
        assertThat(wrong(300, 400)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MISSING);
            assertThat(one.table()).isEqualTo(Table.CHECKPOINT);
        });
    }

    @Test
    void whatComesInMeanwhileIsNoFalseAlarm() {
        AtomicBoolean once = new AtomicBoolean();
        SpanVerification result = verify(0, RECORDS, ledger.outside(), (done, all) -> {
            if (!once.getAndSet(true)) {
                add(300);
                String gone = ids.get(600);
                database.update(
                        "update AGR_RECORD set USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null where ID = ?",
                        gone);
                String user = database.text("select USER_ID from AGR_RECORD where ID = ?", gone);
                ledger.record(SampleLedger.map(
                        "TYPE",
                        "ERASURE",
                        "USER_ID",
                        user,
                        "DETAILS",
                        "{\"groups\":[\"identity\"],\"reason\":\"deletion\"}"));
                ledger.sign();
            }
        });
        assertThat(wrong(result)).isEmpty();
        assertThat(result.records()).isEqualTo(RECORDS);
    }

    @Test
    void whatWasErasedWithoutARecordOfItIsFound() {
        database.update(
                "update AGR_RECORD set USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null where ID = ?",
                ids.get(42));
        assertThat(wrong(40, 50)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(ids.get(42));
        });
    }

    @Test
    void whoeverHearsHowFarItIsCanEndIt() {
        assertThatThrownBy(() -> verify(0, RECORDS, Outside.NOTHING, (done, all) -> {
                    assertThat(all).isEqualTo(RECORDS);
                    throw new IllegalStateException("enough at " + done);
                }))
                .hasMessage("enough at 256");
    }

    @Test
    void aPartThatWasWrittenDownIsVerifiedWithoutItsDatabase() throws IOException {
        String user = database.text("select USER_ID from AGR_RECORD where ID = ?", ids.get(290));
        database.update(
                "update AGR_RECORD set USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null where ID = ?",
                ids.get(290));
        ledger.record(SampleLedger.map(
                "TYPE", "ERASURE", "USER_ID", user, "DETAILS", "{\"groups\":[\"identity\"],\"reason\":\"deletion\"}"));
        ledger.sign();
        for (Span span : List.of(new Span(280, 300), new Span(0, 700), new Span(500, 600))) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (LedgerSource source = live()) {
                LedgerExport.write(source, span, target);
            }
            try (LedgerSource source = ExportedLedger.open(() -> new ByteArrayInputStream(target.toByteArray()))) {
                assertThat(source.part()).contains(span);
                SpanVerification result =
                        new SpanCheck(source, span, ledger.outside(), new Findings(one -> {}), NOBODY, clock()).run();
                assertThat(wrong(result)).as(span.toString()).isEmpty();
                assertThat(result.signedSize()).isGreaterThanOrEqualTo(span.to());
            }
        }
    }

    @Test
    void aRecordThatNoLogCanHaveIsNamedByTheWholeLook() {
        String id = database.text("select min(ID) from AGR_RECORD");
        database.update("update AGR_RECORD set LOG_INDEX = null, OCCURRED_AT = 9007199254740992 where ID = ?", id);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            assertThat(new LedgerCheck(
                                    source,
                                    Outside.NOTHING,
                                    new Findings(one -> {}),
                                    NOBODY,
                                    Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC))
                            .run()
                            .findings())
                    .anySatisfy(one -> {
                        assertThat(one.row()).isEqualTo(id);
                        assertThat(one.column()).isEqualTo("OCCURRED_AT");
                    });
        }
    }

    /** A connection of its own for each query, as a pool would give it. */
    private record Fresh(TestDatabase database) implements Connections {

        @Override
        public <T> T lend(Query<T> query) throws SQLException {
            try (Connection connection = database.connect()) {
                return query.ask(connection);
            }
        }
    }
}
