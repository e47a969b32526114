package io.agreements.proof.ledger.check.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.time.TimeStampQuery;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time stamps that are stored with checkpoints, with one that {@code openssl ts} made. */
final class StampCheckTest {

    private static final long TIME = Instant.parse("2026-11-29T11:13:47Z").toEpochMilli();

    private static byte[] resource(String name) throws Exception {
        try (InputStream stream = StampCheckTest.class.getResourceAsStream("/time/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] stamp() throws Exception {
        return TimeStampQuery.of(resource("checkpoint"), Optional.empty(), new BigInteger("D7A97F20E86DFB", 16))
                .read(resource("answer.tsr"))
                .bytes();
    }

    private static List<Finding> look(Object stampedAt, Object stamp, String text, String... roots) throws Exception {
        Map<String, Object> values = new HashMap<>(Map.of("ORIGIN_NUMBER", 1L, "LOG_SIZE", 1L));
        Optional.ofNullable(stampedAt).ifPresent(value -> values.put("STAMPED_AT", value));
        Optional.ofNullable(stamp).ifPresent(value -> values.put("TIME_STAMP", value));
        Findings findings = new Findings(one -> {});
        List<X509Certificate> trusted = new ArrayList<>();
        for (String root : roots) {
            try (InputStream stream = StampCheckTest.class.getResourceAsStream("/time/" + root)) {
                trusted.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(stream));
            }
        }
        new StampCheck(trusted, findings).look(new Row(Table.CHECKPOINT, values), text);
        return findings.kept();
    }

    private static String text() throws Exception {
        return new String(resource("checkpoint"), StandardCharsets.UTF_8);
    }

    @Test
    void oneByAnAuthorityThatIsBelievedIsGood() throws Exception {
        assertThat(look(TIME, stamp(), text(), "root.pem")).isEmpty();
        assertThat(look(null, null, text(), "root.pem")).isEmpty();
    }

    @Test
    void whomNobodyVouchesForIsRemarkedAndNotWrong() throws Exception {
        assertThat(look(TIME, stamp(), text()))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.UNVERIFIED));
        assertThat(look(TIME, stamp(), text(), "stranger.pem"))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.UNSIGNED));
    }

    @Test
    void whatIsChangedIsNamed() throws Exception {
        byte[] changed = stamp();
        changed[changed.length - 1] ^= 1;
        assertColumn("TIME_STAMP", look(TIME, changed, text(), "root.pem"));
        assertColumn("TIME_STAMP", look(TIME, new byte[32], text(), "root.pem"));
        assertColumn("TIME_STAMP", look(TIME, stamp(), text() + "more\n", "root.pem"));
        assertColumn("STAMPED_AT", look(TIME + 1, stamp(), text(), "root.pem"));
        assertColumn("STAMPED_AT", look(null, stamp(), text(), "root.pem"));
        assertColumn("STAMPED_AT", look(TIME, null, text(), "root.pem"));
    }

    private static void assertColumn(String column, List<Finding> found) {
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind().isTampering()).isTrue();
            assertThat(one.column()).isEqualTo(column);
        });
    }
}
