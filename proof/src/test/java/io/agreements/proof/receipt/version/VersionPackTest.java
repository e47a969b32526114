package io.agreements.proof.receipt.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.receipt.SampleReceipts;
import io.agreements.proof.receipt.Trust;
import io.agreements.proof.receipt.version.PackFinding.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VersionPackTest {

    private static final Trust TRUST = new Trust(List.of(SampleReceipts.LOG.key()), Optional.empty(), List.of());

    /** The browser is held to the same. */
    @ParameterizedTest
    @MethodSource("names")
    void eachSampleIsJudgedAsItsFileSays(String name) throws IOException {
        assertThat(outcome(resource(name + ".zip"))).isEqualTo(expected().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenIsWhatWasEverWritten(String name) throws IOException {
        assertThat(SamplePacks.all().get(name)).isEqualTo(resource(name + ".zip"));
    }

    @Test
    void everySampleHasAnExpectation() throws IOException {
        assertThat(SamplePacks.all()).containsOnlyKeys(expected().keySet());
    }

    @Test
    void whatMayBeRefusedStandsBelowTheButtonsOfAPageOfItsOwn() throws IOException {
        byte[] wording =
                SamplePacks.files(SamplePacks.good()).get("wordings/" + Sha256.hex(SamplePacks.WORDING) + ".html");

        assertThat(new String(wording, StandardCharsets.UTF_8))
                .containsSubsequence("Terms of use</h2>", "class=\"button\">I agree", "News</h2>", "</main>")
                .containsOnlyOnce("News</h2>");
    }

    @Test
    void ofWhatMayBeRefusedTheBoxStandsFirstAsOnThePage() {
        byte[] wording =
                SamplePacks.files(SamplePacks.good()).get("wordings/" + Sha256.hex(SamplePacks.WORDING) + ".html");

        assertThat(new String(wording, StandardCharsets.UTF_8))
                .containsSubsequence("class=\"box\">I want the news", "Mind that:", "News</h2>", "</section>");
    }

    @Test
    void aByteOfAnyFileThatIsAnotherIsNoticedByTheNameOfTheFile() throws IOException {
        Map<String, byte[]> files = SamplePacks.files(SamplePacks.good());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            int step = Math.max(1, file.getValue().length / 40);
            for (int place = 0; place < file.getValue().length; place += step) {
                byte[] changed = file.getValue().clone();
                changed[place] ^= 1;
                Map<String, byte[]> others = new LinkedHashMap<>(files);
                others.put(file.getKey(), changed);
                String about = file.getKey() + " at " + place;
                PackReport report;
                try {
                    report = verify(SamplePacks.packed(others), TRUST);
                } catch (MalformedException e) {
                    assertThat(file.getKey()).as(about).isEqualTo("version.json");
                    continue;
                }
                assertThat(report.isGood()).as(about).isFalse();
                assertThat(report.findings())
                        .as(about)
                        .anySatisfy(finding -> assertThat(finding.file()).isIn(file.getKey(), "index.html"));
            }
        }
    }

    @Test
    void whoForgesAWholePackIsFoundOutByTheKey() throws IOException {
        Trust strange = new Trust(List.of(SampleReceipts.STRANGER.key()), Optional.empty(), List.of());

        assertThat(verify(SamplePacks.good(), strange).findings())
                .extracting(PackFinding::code)
                .contains(Code.NOT_GOOD, Code.UNPUBLISHED);
        assertThat(verify(SamplePacks.good(), Trust.NONE).remarks()).isNotEmpty();
        assertThat(verify(SamplePacks.good(), TRUST).remarks()).isEmpty();
    }

    @Test
    void aWordingThatNoDecisionInTheLogNamesMayBeAnybodysAndIsNoEvidence() throws IOException {
        PackReport report = verify(SamplePacks.all().get("unlogged"), TRUST);

        assertThat(report.isGood()).isFalse();
        assertThat(report.findings())
                .extracting(PackFinding::code)
                .containsExactly(Code.UNLOGGED)
                .allMatch(Code::isFault);
    }

    @Test
    void pagesHaveNoScriptAndEscapeWhatTheyShow() {
        Map<String, byte[]> files = SamplePacks.files(SamplePacks.good());
        String index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        String page = files.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("wordings/") && file.getKey().endsWith(".html"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();

        assertThat(index)
                .doesNotContain("<script", "{{")
                .contains("What it does not prove", "不能证明的事项", "2026-11", "texts/en.md", "standings.1.users");
        assertThat(page)
                .doesNotContain("<script", "{{")
                .contains("Please &lt;read&gt;", "Terms of use &lt;1&gt; &amp;", "用户协议", "Mind these:", "Article 1")
                .contains("newsletter 1, which is not in this pack", "class=\"button\">I agree</span>")
                .containsSubsequence("Please", "Terms of use", "It&#39;s all here", "News", "I agree", "不同意");
    }

    @Test
    void oneIsToldFromEveryOtherFileByItsBeginning() {
        assertThat(VersionPack.isPack(SamplePacks.good())).isTrue();
        assertThat(VersionPack.isPack(SampleReceipts.good())).isFalse();
        assertThat(VersionPack.isPack(new byte[3])).isFalse();
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> verify(SampleReceipts.good(), TRUST));
    }

    private static String outcome(byte[] pack) throws IOException {
        try {
            PackReport report = verify(pack, TRUST);
            return (report.isGood() ? "good" : "not good") + ","
                    + report.findings().stream()
                            .map(finding -> finding.code() + " " + finding.file())
                            .collect(Collectors.joining("; "));
        } catch (MalformedException e) {
            return "unreadable,";
        }
    }

    private static PackReport verify(byte[] pack, Trust trust) throws IOException {
        return VersionPackVerifier.verify(new ByteArrayInputStream(pack), trust);
    }

    static List<String> names() {
        return List.copyOf(SamplePacks.all().keySet());
    }

    private static Map<String, String> expected() throws IOException {
        return new String(resource("expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(',')),
                        line -> line.substring(line.indexOf(',') + 1),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = VersionPackTest.class.getResourceAsStream("/versions/" + name)) {
            if (in == null) {
                throw new IOException("There is no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
