package io.agreements.proof.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.log.Policy;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.TestKeys;
import io.agreements.proof.note.VerifierKey;
import io.agreements.proof.receipt.Finding.Code;
import io.agreements.proof.time.TestAuthority;
import io.agreements.proof.time.TimeStampQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReceiptTest {

    /** The browser is held to the same. */
    @ParameterizedTest
    @MethodSource("names")
    void eachSampleIsGradedAsItsFileSays(String name) throws IOException {
        assertThat(outcome(SampleReceipts.resource("/receipts/" + name + ".zip")))
                .isEqualTo(expected().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenIsWhatWasEverWritten(String name) throws IOException {
        assertThat(SampleReceipts.all().get(name)).isEqualTo(SampleReceipts.resource("/receipts/" + name + ".zip"));
    }

    @Test
    void everySampleHasAnExpectation() throws IOException {
        assertThat(SampleReceipts.all()).containsOnlyKeys(expected().keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptFile.class,
            names = {"TIME_STAMP", "POLICY"},
            mode = EnumSource.Mode.EXCLUDE)
    void anyByteThatIsAnotherIsNoticed(ReceiptFile file) {
        byte[] content = Receipt.parse(SampleReceipts.good()).files().get(file);
        for (int place = 0; place < content.length; place += Math.max(1, content.length / 60)) {
            byte[] changed = content.clone();
            changed[place] ^= 1;
            ReceiptReport report = ReceiptVerifier.verify(
                    Receipt.parse(SampleReceipts.spoilt(file, changed)),
                    new Trust(List.of(SampleReceipts.LOG.key()), Optional.empty(), List.of()));

            assertThat(report.isGood()).as("%s at %d", file, place).isFalse();
            assertThat(report.findings())
                    .as("%s at %d", file, place)
                    .anySatisfy(finding -> assertThat(finding.file())
                            .isIn(
                                    file == ReceiptFile.KEYS
                                            ? List.of(file, ReceiptFile.POLICY)
                                            : List.of(file, ReceiptFile.PROOF)));
        }
    }

    @Test
    void itIsAnOrdinaryZip() throws IOException {
        StringBuilder names = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(SampleReceipts.good()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.append(entry.getName()).append(' ');
                if (entry.getName().equals("text.md")) {
                    assertThat(zip.readAllBytes()).isEqualTo(SampleReceipts.TEXT);
                }
            }
        }
        assertThat(names.toString().strip())
                .isEqualTo("receipt.html record.json text.md wording.json settings.json disclosures.json"
                        + " record.tlog-proof keys policy");
    }

    @Test
    void aKeyFromElsewhereDecides() {
        Receipt receipt = Receipt.parse(SampleReceipts.good());

        assertThat(grades(receipt, trusting(SampleReceipts.LOG.key().toString())))
                .isEqualTo("RECORDED SIGNED");
        assertThat(ReceiptVerifier.verify(
                                receipt, trusting(SampleReceipts.LOG.key().toString()))
                        .findings())
                .isEmpty();
        ReceiptReport strange = ReceiptVerifier.verify(
                receipt, trusting(SampleReceipts.STRANGER.key().toString()));
        assertThat(strange.isGood()).isFalse();
        assertThat(strange.findings()).extracting(Finding::code).containsExactly(Code.UNSIGNED);
    }

    /** The format of a policy has them, and nothing that stands in them counts. */
    @Test
    void commentsInAPolicySayNothing() {
        String policy = SampleReceipts.policy(SampleReceipts.LOG, false).toString();
        Receipt commented = Receipt.parse(
                SampleReceipts.spoilt(ReceiptFile.POLICY, SampleReceipts.bytes("# trust me\n\n" + policy)));
        Receipt other =
                Receipt.parse(SampleReceipts.spoilt(ReceiptFile.POLICY, SampleReceipts.bytes("trust me\n" + policy)));
        Trust trust = trusting(SampleReceipts.LOG.key().toString());

        assertThat(ReceiptVerifier.verify(commented, trust))
                .isEqualTo(ReceiptVerifier.verify(Receipt.parse(SampleReceipts.good()), trust));
        assertThat(ReceiptVerifier.verify(other, trust).findings())
                .extracting(Finding::code)
                .containsExactly(Code.UNREADABLE);
    }

    @Test
    void whoForgesAWholeReceiptIsFoundOutByTheKey() {
        Receipt forged = Receipt.parse(SampleReceipts.made(Map.of(
                ReceiptFile.PROOF,
                        SampleReceipts.bytes(
                                SampleReceipts.proof(1, SampleReceipts.STRANGER).toString()),
                ReceiptFile.KEYS, SampleReceipts.bytes(SampleReceipts.STRANGER.key() + "\n"),
                ReceiptFile.POLICY,
                        SampleReceipts.bytes(SampleReceipts.policy(SampleReceipts.STRANGER, false)
                                .toString()))));

        assertThat(ReceiptVerifier.verify(forged, Trust.NONE).findings())
                .extracting(Finding::code)
                .containsExactly(Code.OWN_KEY);
        assertThat(ReceiptVerifier.verify(
                                forged, trusting(SampleReceipts.LOG.key().toString()))
                        .isGood())
                .isFalse();
    }

    @Test
    void witnessesCountOnlyWhereTheyAreKnownFromElsewhere() throws IOException {
        Receipt witnessed = Receipt.parse(SampleReceipts.resource("/receipts/witnessed.zip"));
        Policy policy = SampleReceipts.policy(SampleReceipts.LOG, true);

        assertThat(grades(witnessed, Trust.NONE)).isEqualTo("RECORDED SIGNED");
        assertThat(grades(witnessed, new Trust(List.of(), Optional.of(policy), List.of())))
                .isEqualTo("RECORDED SIGNED WITNESSED");
        ReceiptReport alone = ReceiptVerifier.verify(
                Receipt.parse(SampleReceipts.good()), new Trust(List.of(), Optional.of(policy), List.of()));
        assertThat(alone.findings()).extracting(Finding::code).containsExactly(Code.UNWITNESSED);
        assertThat(alone.isGood()).isFalse();
    }

    @Test
    void aTimeStampOnAnotherCheckpointIsNoticed() throws Exception {
        byte[] stamp = TimeStampQuery.of(
                        SampleReceipts.resource("/time/checkpoint"),
                        Optional.empty(),
                        new BigInteger("D7A97F20E86DFB", 16))
                .read(SampleReceipts.resource("/time/answer.tsr"))
                .bytes();
        Receipt stamped = Receipt.parse(SampleReceipts.made(Map.of(ReceiptFile.TIME_STAMP, stamp)));
        Trust trust = new Trust(List.of(), Optional.empty(), List.of(certificate()));

        assertThat(ReceiptVerifier.verify(stamped, trust).findings())
                .extracting(Finding::code)
                .containsExactly(Code.OWN_KEY, Code.UNTRUSTED);
    }

    @Test
    void aTimeStampOnItsCheckpointCountsByAnAuthorityThatIsBelieved() throws Exception {
        TestAuthority authority = new TestAuthority("Authority", SampleReceipts.SEEN);
        TestAuthority stranger = new TestAuthority("Stranger", SampleReceipts.SEEN);
        byte[] stamp = authority.stamp(SampleReceipts.checkpoint(), SampleReceipts.SEEN);
        Receipt stamped = Receipt.parse(SampleReceipts.made(Map.of(ReceiptFile.TIME_STAMP, stamp)));
        List<VerifierKey> keys = List.of(SampleReceipts.LOG.key());

        ReceiptReport believed = ReceiptVerifier.verify(
                stamped, new Trust(keys, Optional.empty(), List.of(stranger.certificate(), authority.certificate())));
        assertThat(believed.grades()).containsExactlyInAnyOrder(Grade.RECORDED, Grade.SIGNED, Grade.STAMPED);
        assertThat(believed.findings()).isEmpty();
        assertThat(believed.isGood()).isTrue();
        assertThat(ReceiptVerifier.verify(stamped, new Trust(keys, Optional.empty(), List.of(stranger.certificate())))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(Code.UNTRUSTED);
    }

    @Test
    void aRecordThatNamesNothingHasNothing() {
        Receipt receipt = Receipt.parse(SampleReceipts.spoilt(
                ReceiptFile.RECORD,
                CanonicalJson.of(Map.of(
                        "form", 1, "id", "a", "realm", "b", "type", "EXPORT", "occurredAt", 1, "recordedAt", 1))));

        assertThat(ReceiptVerifier.verify(receipt, Trust.NONE).findings())
                .extracting(finding -> finding.code() + " " + finding.file().path())
                .contains("UNEXPECTED text.md", "UNEXPECTED wording.json", "UNEXPECTED settings.json");
    }

    @Test
    void thePageHasNoScriptAndEscapesWhatItShows() {
        String page =
                new String(Receipt.parse(SampleReceipts.good()).files().get(ReceiptFile.PAGE), StandardCharsets.UTF_8);

        assertThat(page)
                .doesNotContain("<script")
                .contains(
                        "Terms of use &lt;1&gt; &amp; &quot;more&quot;", "It&#39;s all here", "用户协议", "张三", "accepted")
                .doesNotContain("{{");
    }

    @Test
    void aKeyThatSignsForWitnessesIsNoKeyOfALog() {
        String key =
                TestKeys.signer("log.example", KeyType.COSIGNATURE, 1).key().toString();

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> trusting(key))
                .withMessageContaining("not one that signs notes");
    }

    static List<String> names() {
        return List.copyOf(SampleReceipts.all().keySet());
    }

    private static Map<String, String> expected() throws IOException {
        return new String(SampleReceipts.resource("/receipts/expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(',')), line -> line.substring(line.indexOf(',') + 1)));
    }

    private static String outcome(byte[] zip) {
        Receipt receipt;
        try {
            receipt = Receipt.parse(zip);
        } catch (MalformedException e) {
            return "unreadable,,";
        }
        ReceiptReport report = ReceiptVerifier.verify(receipt, Trust.NONE);
        return (report.isGood() ? "good" : "not good") + "," + grades(receipt, Trust.NONE) + ","
                + report.findings().stream()
                        .map(finding -> finding.code() + " " + finding.file().path())
                        .collect(Collectors.joining("; "));
    }

    private static String grades(Receipt receipt, Trust trust) {
        return ReceiptVerifier.verify(receipt, trust).grades().stream()
                .map(Grade::name)
                .collect(Collectors.joining(" "));
    }

    private static Trust trusting(String key) {
        return new Trust(List.of(VerifierKey.parse(key)), Optional.empty(), List.of());
    }

    private static X509Certificate certificate() throws IOException, CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(SampleReceipts.resource("/time/root.pem")));
    }
}
