package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

/** What operators write who are no programmers: each slip is told with its file and line, and all at once. */
final class SlipsTest {

    private static final String YAML = """
            requirement: REQUIRED
            bindingLocale: zh-Hans
            titles:
              zh-Hans: 用户协议
              en: User Agreement
            """;

    private static final String SETTINGS = "shop/terms/agreement.yaml";

    private final RealmModel realm = Realms.named("shop");
    private final InMemoryAgreements agreements = new InMemoryAgreements();

    private Folder folder;
    private AgreementImporter importer;

    @BeforeEach
    void anAgreement(@TempDir Path root) {
        folder = new Folder(root).with(SETTINGS, YAML).with("shop/terms/1/zh-Hans.md", "正文");
        importer = new AgreementImporter(
                agreements,
                new AgreementDirectory(root),
                (where, audience) -> Set.of(),
                MovableClock.at(Instant.parse("2026-11-22T08:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void eachIsToldWithItsLine(String yaml, String... slips) {
        folder.with(SETTINGS, yaml);

        assertThat(problems()).hasSameSizeAs(slips).allSatisfy(SlipsTest::isInPlainWords);
        for (int slip = 0; slip < slips.length; slip++) {
            String[] words = slips[slip].split("\\|");
            assertThat(problems().get(slip)).startsWith(SETTINGS).contains(words);
        }
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                slips(
                        YAML.replace("requirement: ", "requirement："),
                        ", line 1, column 12: |full-width|requirement: REQUIRED"),
                slips(
                        "# what it is\n"
                                + YAML.replace("requirement: REQUIRED\n", "requirement：REQUIRED\n\n  # why\n# more\n"),
                        ", line 2, column 12: |full-width|requirement: REQUIRED"),
                slips(YAML.replace("zh-Hans: 用户", "zh-Hans：用户"), ", line 4, |zh-Hans|full-width"),
                slips(
                        YAML.replace("requirement: ", "requirement：").replace("titles:", "titles：") + "positon: 1\n",
                        ", line 1|requirement",
                        ", line 3|titles",
                        ", line 6, column 1: |'positon' is not known here|Did you mean position?"),
                slips(
                        YAML + "audience:\n  clients：[shop]\n",
                        ", line 7, column 3: |full-width colon|clients: [name, name]"),
                slips(YAML + "position：3\n", ", line 6|full-width"),
                slips(
                        YAML.replace("REQUIRED", "MANDATORY"),
                        ", line 1, column 14: |REQUIRED or OPTIONAL or ACKNOWLEDGEMENT; found is 'MANDATORY'"),
                slips(YAML.replace("REQUIRED", "required"), ", line 1|Did you mean REQUIRED?"),
                slips(YAML.replace("requirement", "Requirement"), ", line 1|Did you mean requirement?"),
                slips(YAML.replace("bindingLocale", "binding_locale"), ", line 2|Did you mean bindingLocale?"),
                slips(YAML.replace("titles:", "title:"), ", line 3|Did you mean titles?"),
                slips(YAML + "label: x\n", ", line 6|'label' is not known here. It belongs to a version"),
                slips(
                        YAML + "versions:\n  1:\n    position: 3\n",
                        ", line 8|'position' is not known here. It belongs to the agreement"),
                slips(YAML + "surprise: 1\n", ", line 6|known are requirement, bindingLocale"),
                slips(YAML + "versions:\n  - label: x\n", ", line 7|the number of a version|found is a list"),
                slips(YAML + "versions: 1\n", ", line 6, column 11: |the number of a version|found is '1'"),
                slips(YAML + "versions:\n  label: x\n", ", line 7|number of a version|'label', which stands one level"),
                slips(YAML + "versions:\n  one: {}\n", ", line 7|found is 'one'"),
                slips(YAML + "versions:\n  2: {}\n", ", line 7: |version 2, which has no directory"),
                slips(
                        "requirement: REQUIRED\nbindingLocale: zh-Hans\ntitles: 用户协议\n",
                        ", line 3, column 9: |a language and its words|'用户协议'"),
                slips(YAML + "titles:\n  en: Terms\n", ", line 6|'titles' stands twice, in line 3 before"),
                slips(YAML + "  en: Terms\n", ", line 6|'en' stands twice, in line 5 before"),
                slips(
                        YAML.replace("  zh-Hans: 用户协议", "\tzh-Hans: 用户协议").replace("  en: User", "\ten: User"),
                        ", line 4, column 1: |indented by a tab|spaces",
                        ", line 5|tab"),
                slips(YAML.replace("  en: User", "   en: User"), ", line 5|column"),
                slips(YAML.replace("User Agreement", "User: Agreement"), ", line 5|colon cannot stand here|quotes"),
                slips(YAML.replace("User Agreement", "\"User Agreement"), ", line 5|quotation mark|never closed"),
                slips(
                        YAML.replace("User Agreement", "@user"),
                        ", line 5, column 7: |cannot begin with this character|quotes"),
                slips(YAML.replace("User Agreement", "\"a\\user\""), ", line 5|backslash"),
                slips(YAML + "audience: {clients: [shop}\n", ", line 6|bracket"),
                slips(
                        YAML + "position: ten\n",
                        ", line 6, column 11: |position: expected is a whole number|found is 'ten'"),
                slips(YAML + "position: '10'\n", ", line 6|without quotes"),
                slips(YAML + "position: 1.5\n", ", line 6|whole number"),
                slips(YAML + "position: 2000000\n", ", line 6|between -1000000 and 1000000"),
                slips(YAML + "reacceptAfterDays: 0\n", ", line 6|between 1 and 36500"),
                slips(YAML + "reacceptAfterDays: " + "9".repeat(30) + "\n", ", line 6|between 1 and 36500"),
                slips(YAML + "versions:\n  1: {draft: maybe}\n", ", line 7, column 14: |true or false|'maybe'"),
                slips(
                        YAML + "versions:\n  1:\n    label: [a, b]\n",
                        ", line 8|label: expected is words in one line; found is a list"),
                slips(
                        YAML + "versions:\n  1:\n    publishedAt: 2026-12-01T00:00:00\n",
                        ", line 8, column 18: |publishedAt|a time with its offset from UTC, such as 2026-12-01T00:00:00+08:00|found is '2026-12-01T00:00:00'"),
                slips(
                        YAML
                                + "versions:\n  1:\n    publishedAt: 2026-12-01\n    effectiveAt: 1793491200\n    enforcedAt: 2300-01-01T00:00:00Z\n",
                        ", line 8|publishedAt",
                        ", line 9|effectiveAt",
                        ", line 10|enforcedAt must lie between"),
                slips(
                        YAML
                                + "versions:\n  1:\n    publishedAt: 2026-12-02T00:00:00Z\n    effectiveAt: 2026-12-01T00:00:00Z\n",
                        ", line 7: |version 1: |out of order"),
                slips(
                        YAML.replace("bindingLocale: zh-Hans\n", ""),
                        ": bindingLocale must be given|the language whose text binds"),
                slips(YAML.replace("zh-Hans\ntitles", "\ntitles"), ", line 2: bindingLocale must be given"),
                slips(
                        YAML.replace("requirement: REQUIRED\n", ""),
                        ": requirement must be given: REQUIRED or OPTIONAL or ACKNOWLEDGEMENT"),
                slips("# nothing\n", ": is empty"),
                slips("just words", ", line 1|keys with values|'just words'"),
                slips(YAML + "---\n" + YAML, ", line 6|second part"),
                slips(YAML + "audience: &a {role: x}\n", ", line 6|&a"),
                slips(YAML.replace("User Agreement", "*a"), ", line 5|*a repeats another value"),
                slips(YAML.replace("User Agreement", "!!str a"), ", line 5|type"),
                slips(YAML.replace("User Agreement", "User\u0000 Agreement"), ", line 5, column 11: |U+0000"),
                slips(
                        YAML.replace("User Agreement", "\"User\\u0000\""),
                        ", line 5|title must not have the character U+0000"),
                slips(
                        YAML.replace("User Agreement", "\"User \\uD83D\""),
                        ", line 5|title must not have the character U+D83D"),
                slips(
                        YAML.replace("User Agreement", "\"User\\nAgreement\""),
                        ", line 5|title must not have the character U+000A"),
                slips(
                        YAML + "versions:\n  1:\n    label: \"a\\0b\"\n    summaries:\n      zh-Hans: \"a\\0\"\n",
                        ", line 8|label must not have the character U+0000",
                        ", line 10|summary must not have the character U+0000"),
                slips(
                        YAML + "versions:\n  1:\n    label: " + "🙂".repeat(65) + "\n",
                        ", line 8|label has 65 characters, which take the room of 130 (an emoji that of two or more); there is room for 64"),
                slips(
                        YAML.replace("User Agreement", "x".repeat(256)),
                        ", line 5|title has 256 characters; there is room for 255"));
    }

    private static Arguments slips(String yaml, String... slips) {
        return Arguments.of(yaml, slips);
    }

    @Test
    void allSlipsOfAFileAndOfAllFilesComeInOneAnswer() {
        folder.with(SETTINGS, """
                        requirement：REQUIRD
                        bindingLocale: cn
                        positon: 1
                        titles:
                          zh-Hans: 用户协议
                        versions:
                          1:
                            draft: 1
                            publishedAt: tomorrow
                            colour: red
                        """)
                .with("shop/terms/1/zh-Hans.md", "用户协议".getBytes(Charset.forName("GBK")))
                .with("shop/terms/1/cn.md", "Text")
                .with("shop/news/agreement.yaml", YAML.replace("  en: User", "\ten: User"))
                .with("shop/news/first/zh-Hans.md", "正文");

        assertThat(problems()).allSatisfy(SlipsTest::isInPlainWords);
        assertThat(problems())
                .extracting(problem -> problem.replaceAll("(, column \\d+)?: .*", ""))
                .containsExactly(
                        "shop/news/agreement.yaml, line 5",
                        "shop/news/first",
                        "shop/terms/agreement.yaml, line 1",
                        "shop/terms/agreement.yaml, line 1",
                        "shop/terms/agreement.yaml, line 2",
                        "shop/terms/agreement.yaml, line 3",
                        "shop/terms/agreement.yaml, line 8",
                        "shop/terms/agreement.yaml, line 9",
                        "shop/terms/agreement.yaml, line 10",
                        "shop/terms/1/cn.md",
                        "shop/terms/1/zh-Hans.md, line 1");
    }

    @Test
    void whatIsNotYamlInSeveralPlacesIsToldInEach() {
        folder.with(SETTINGS, """
                requirement: "REQUIRED
                bindingLocale: zh-Hans
                titles:
                  zh-Hans: @用户
                  en: User: Agreement
                versions:
                  1:
                    label: [a
                    draft: maybe
                  2:
                    colour: red
                """);

        assertThat(problems())
                .extracting(problem -> problem.replaceAll("(, column \\d+)?: .*", ""))
                .contains(
                        "shop/terms/agreement.yaml, line 1",
                        "shop/terms/agreement.yaml, line 4",
                        "shop/terms/agreement.yaml, line 5",
                        "shop/terms/agreement.yaml, line 8",
                        "shop/terms/agreement.yaml, line 9",
                        "shop/terms/agreement.yaml, line 11");
    }

    @Test
    void slipsInTextsAreToldTogetherWithThoseInSettings() {
        folder.with(SETTINGS, YAML + "positon: 1\n")
                .with("shop/terms/1/en.md", "See <b>here</b>.")
                .with("shop/terms/2/zh-Hans.md", "See <!-- here -->.");

        assertThat(problems())
                .extracting(problem -> problem.replaceAll(": .*", ""))
                .contains("shop/terms/agreement.yaml, line 6, column 1")
                .anySatisfy(problem -> assertThat(problem).startsWith("shop/terms/1/en.md"))
                .anySatisfy(problem -> assertThat(problem).startsWith("shop/terms/2/zh-Hans.md"));
    }

    @ParameterizedTest
    @CsvSource({"GBK, byte 0xD3 is not UTF-8, looks like GBK", "UTF-16, is UTF-16, UTF-8", "UTF-16LE, is UTF-16, UTF-8"
    })
    void aFileOfAnotherEncodingIsToldWithTheOneItHas(String encoding, String found, String more) {
        String words = "a用户协议，请仔细阅读。";
        folder.with("shop/terms/1/zh-Hans.md", words.getBytes(Charset.forName(encoding)))
                .with(SETTINGS, (YAML + "# " + words).getBytes(Charset.forName(encoding)));

        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains(found, "Save it as UTF-8"));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).startsWith(SETTINGS));
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("shop/terms/1/zh-Hans.md")
                        .contains(more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Условия использования\nСтатья 1",
                "شروط الاستخدام\nالمادة 1",
                "利用規約です\n第1条",
                "이용 약관\n제1조",
                "ข้อกำหนด การใช้\nข้อ 1",
                "Terms of use\nArticle 1"
            })
    void utf16IsToldInEveryScript(String words) {
        for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            folder.with("shop/terms/1/zh-Hans.md", words.getBytes(encoding));

            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith("shop/terms/1/zh-Hans.md: is UTF-16")
                    .contains("Save it as UTF-8");
        }
    }

    @Test
    void theFirstByteOfAnotherEncodingIsNamed() {
        folder.with("shop/terms/1/zh-Hans.md", "正文\n好 \u00e9t\u00e9".getBytes(StandardCharsets.UTF_8))
                .with("shop/terms/2/zh-Hans.md", new byte[] {'a', '\n', 'b', (byte) 0xE9, 't'});

        assertThat(problems())
                .singleElement()
                .asString()
                .isEqualTo("shop/terms/2/zh-Hans.md, line 2, column 2: the byte 0xE9 is not UTF-8, which is expected."
                        + " Save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "cn, zh-Hans",
        "jp, ja",
        "gr, el",
        "cz, cs",
        "dk, da",
        "ua, uk",
        "gb, en",
        "vn, vi",
        "zh_CN, zh-CN",
        "en_US, en-US",
        "zh-cn, zh-CN",
        "ZH-HANS, zh-Hans",
        "chinese, zh",
        "English, en"
    })
    void aFileNamedAfterACountryAsksWhetherItsLanguageWasMeant(String name, String meant) {
        folder.with("shop/terms/1/" + name + ".md", "Text");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("shop/terms/1/" + name + ".md: ")
                .contains(" " + meant);
    }

    /** There are such languages, and few agreements in them. */
    @ParameterizedTest
    @CsvSource({"tw, Twi, zh-Hant", "kr, Kanuri, ko", "se, Northern Sami, sv"})
    void whereTheCountryIsALanguageTooItIsAWarning(String name, String language, String meant)
            throws AgreementFileException {
        folder.with("shop/terms/1/" + name + ".md", "Text").with(SETTINGS, YAML + "  " + name + ": Title\n");

        assertThat(importer.run(realm, OnEdits.KEEP).remarks())
                .extracting(Remark::sentence)
                .singleElement()
                .asString()
                .startsWith("shop/terms/1/" + name + ".md: " + name + " is the language " + language)
                .contains("Did you mean " + meant + " (");
    }

    @ParameterizedTest
    @CsvSource({"cn, zh-Hans", "jp, ja", "en_GB, en-GB"})
    void soDoesATagInTheSettings(String tag, String meant) {
        folder.with(SETTINGS, YAML.replace("bindingLocale: zh-Hans", "bindingLocale: " + tag) + "  " + tag + ": x\n");

        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem).startsWith(SETTINGS + ", line ").contains(meant));
    }

    @Test
    void whatSystemsAndEditorsLeaveIsLeftAsideAndNamed() throws AgreementFileException {
        folder.with("shop/__MACOSX/terms/._agreement.yaml", "x")
                .with("shop/.DS_Store", "x")
                .with("shop/Thumbs.db", "x")
                .with("shop/terms/desktop.ini", "x")
                .with("shop/terms/agreement.yaml~", "x")
                .with("shop/terms/.DS_Store", "x")
                .with("shop/terms/1/README.md", "Words")
                .with("shop/terms/1/zh-Hans.md.bak", "x")
                .with("shop/terms/1/.zh-Hans.md.swp", "x")
                .with("shop/terms/1/~$source.docx", "x")
                .with("shop/terms/1/source.docx", "x")
                .with("shop/terms/1/pictures/logo.png", "x")
                .with("shop/README.md", "Words");
        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.added()).containsExactly("terms", "terms/1");
        assertThat(report.leftAside())
                .containsExactlyInAnyOrder(
                        "shop/__MACOSX/",
                        "shop/.DS_Store",
                        "shop/Thumbs.db",
                        "shop/README.md",
                        "shop/terms/desktop.ini",
                        "shop/terms/agreement.yaml~",
                        "shop/terms/.DS_Store",
                        "shop/terms/1/README.md",
                        "shop/terms/1/zh-Hans.md.bak",
                        "shop/terms/1/.zh-Hans.md.swp",
                        "shop/terms/1/~$source.docx",
                        "shop/terms/1/source.docx",
                        "shop/terms/1/pictures/");
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void whatIsNearlyATextIsWarnedOf() throws AgreementFileException {
        folder.with("shop/terms/1/en.txt", "Text").with("shop/terms/1/de.MD", "Text");

        assertThat(importer.run(realm, OnEdits.KEEP).remarks())
                .extracting(Remark::sentence)
                .containsExactlyInAnyOrder(
                        "shop/terms/1/en.txt: is left aside: a text is Markdown in a file such as en.md",
                        "shop/terms/1/de.MD: is left aside: a text is Markdown in a file such as de.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement.yml", "Agreement.yaml", "agreement.yaml.txt", "agrement.yaml"})
    void settingsOfAnotherNameAreAskedFor(String name) {
        folder.without(SETTINGS).with("shop/terms/" + name, YAML);

        assertThat(problems())
                .containsExactly("shop/terms: agreement.yaml is missing. Rename " + name + " if that is it");
    }

    @Test
    void oneOuterFolderIsAsIfItWereNotThere() throws AgreementFileException {
        folder.with("market/agreements/terms/agreement.yaml", YAML)
                .with("market/agreements/terms/1/zh-Hans.md", "正文")
                .with("market/__MACOSX/agreements/._terms", "x")
                .with("market/.DS_Store", "x");
        ImportReport report = importer.run(Realms.named("market"), OnEdits.KEEP);

        assertThat(report.added()).containsExactly("terms", "terms/1");
        assertThat(report.leftAside()).containsExactlyInAnyOrder("market/.DS_Store", "market/__MACOSX/");
        assertThat(report.remarks()).singleElement().extracting(Remark::file).isEqualTo("market/agreements");
    }

    @Test
    void settingsOutsideOfAnAgreementAreToldOf() {
        folder.with("shop/agreement.yaml", YAML);

        assertThat(problems()).singleElement().asString().startsWith("shop/agreement.yaml: stands where");
    }

    private static void isInPlainWords(String problem) {
        assertThat(problem)
                .doesNotContainPattern("[a-z]+\\.[a-z]+\\.[A-Z]")
                .doesNotContainIgnoringCase("exception", "snake", "jackson", "token", "deserial", "scalar", "mapping");
    }

    private List<String> problems() {
        List<List<String>> problems = new java.util.ArrayList<>();
        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .satisfies(refused -> problems.add(refused.problems()));
        assertThat(agreements.catalogue(realm).agreements()).isEmpty();
        return problems.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u2800", "\u3164", "\uDB40\uDC41"})
    void wordsThatNobodySeesAreNamedByFieldAndLine(String invisible) {
        folder.with(
                SETTINGS,
                YAML.replaceFirst("zh-Hans: .*", "zh-Hans: \"" + invisible + "\"")
                        + "versions:\n  1:\n    label: \"" + invisible + "\"\n    summaries:\n      zh-Hans: \""
                        + invisible
                        + "\"\n");

        assertThat(problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).startsWith(SETTINGS + ", line "))
                .satisfiesExactlyInAnyOrder(
                        title -> assertThat(title).contains("title has no character that can be seen"),
                        label -> assertThat(label).contains("label has no character that can be seen"),
                        summary -> assertThat(summary).contains("summary has no character that can be seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn", "chinese", "zh_Hans", "ZH-HANS"})
    void aBindingTextThatIsRefusedIsNotCalledMissing(String name) {
        folder.without("shop/terms/1/zh-Hans.md").with("shop/terms/1/" + name + ".md", "正文");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("shop/terms/1/" + name + ".md: ")
                .contains("zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans.txt", "zh-Hans.MD", "zh-Hans.docx"})
    void aBindingTextOfAnotherKindIsAskedFor(String name) {
        folder.without("shop/terms/1/zh-Hans.md").with("shop/terms/1/" + name, "正文");

        assertThat(problems())
                .containsExactly(
                        "shop/terms/1: the binding text zh-Hans.md is missing. Rename " + name + " if that is it");
    }

    @Test
    void aPublishedTextThatCannotBeReadIsNotCalledMissing() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("shop/terms/1/zh-Hans.md", new byte[] {(byte) 0xD5, (byte) 0xFD, (byte) 0xCE, (byte) 0xC4});

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("shop/terms/1/zh-Hans.md")
                .withMessageNotContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "02", "version 2"})
    void aVersionWhoseDirectoryIsRefusedIsNotCalledMissing(String name) {
        folder.with("shop/terms/" + name + "/zh-Hans.md", "正文")
                .with(SETTINGS, YAML + "versions:\n  2:\n    label: x\n");

        assertThat(problems())
                .containsExactly(
                        "shop/terms/" + name + ": the name of the directory is the number of the version: 1, 2, 3 …");
    }

    @Test
    void whereThereIsNoAgreementItIsSaidWhatWasLookedForAndFound() throws AgreementFileException {
        folder.with("empty/README.md", "words").with("empty/zh-Hans.md", "正文");

        assertThat(importer.run(Realms.named("empty"), OnEdits.KEEP).remarks())
                .extracting(Remark::sentence)
                .containsExactly(
                        "There is no agreement in empty/. Looked for was <key>/agreement.yaml, with texts such as"
                                + " <key>/1/en.md; found was README.md, zh-Hans.md. A text stands in the directory of its version,"
                                + " and that in the directory of its agreement");
    }

    /** Each of them is nearly a key, which is dear to find out. */
    @Test
    void ofManyUnknownKeysTheFirstAreToldAndTheOthersCounted() {
        folder.with(
                SETTINGS,
                YAML
                        + IntStream.range(0, 50_000)
                                .mapToObj(number -> "requirment" + number + ": REQUIRED\n")
                                .collect(Collectors.joining()));

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() ->
                        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> importer.run(realm, OnEdits.KEEP)))
                .withMessageContaining("requirment0")
                .withMessageContaining("49950");
    }
}
