package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementDirectoryTest {

    private static final String YAML = """
            requirement: REQUIRED
            bindingLocale: zh-Hans
            titles:
              zh-Hans: 用户协议
              en: User Agreement
            """;

    @TempDir
    private Path parent;

    private Folder folder;
    private AgreementDirectory directory;

    @BeforeEach
    void anAgreementWithOneVersion() {
        folder = new Folder(parent.resolve("agreements"))
                .with("pop800/terms/agreement.yaml", YAML)
                .with("pop800/terms/1/zh-Hans.md", "正文");
        directory = new AgreementDirectory(folder.root());
    }

    @Test
    void whatIsNotSaidTakesTheDefaults() throws AgreementFileException {
        AgreementFile terms = terms();

        assertThat(terms.key()).isEqualTo("terms");
        assertThat(terms.settings().requirement()).isEqualTo(Requirement.REQUIRED);
        assertThat(terms.settings().bindingLocale()).isEqualTo("zh-Hans");
        assertThat(terms.settings().position()).isZero();
        assertThat(terms.settings().audience()).isEqualTo(Audience.EVERYBODY);
        assertThat(terms.settings().reacceptAfterDays()).isNull();
        assertThat(terms.source()).isEqualTo("pop800/terms");
        assertThat(terms.versions())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("texts")
                .isEqualTo(new VersionFile(
                        1,
                        "pop800/terms/1",
                        0,
                        new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                        false,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Set.of()));
        assertThat(terms.versions().get(0).texts())
                .extracting(TextFile::locale, TextFile::title, TextFile::summary)
                .containsExactly(tuple("zh-Hans", "用户协议", null));
    }

    @Test
    void whatIsSaidIsRead() throws AgreementFileException {
        folder.with("pop800/terms/1/en.md", "Text").with("pop800/terms/agreement.yaml", """
                requirement: OPTIONAL
                bindingLocale: zh-Hans
                position: 30
                audience:
                  clients: [shop, forum]
                reacceptAfterDays: 365
                titles:
                  zh-Hans: 用户协议
                  en: User Agreement
                versions:
                  1:
                    label: "2026-11"
                    material: false
                    acceptance: CONTINUED_USE
                    readToEnd: true
                    draft: true
                    publishedAt: 2026-11-01T00:00:00+08:00
                    effectiveAt: 2026-12-01T00:00:00Z
                    enforcedAt: 2027-01-01T00:00:00-05:00
                    retractedAt: 2027-02-01T00:00:00+08:00
                    titles:
                      en: Terms of Use
                    summaries:
                      en: Everything is new.
                """);

        AgreementFile terms = terms();

        assertThat(terms.settings().requirement()).isEqualTo(Requirement.OPTIONAL);
        assertThat(terms.settings().position()).isEqualTo(30);
        assertThat(terms.settings().audience()).isEqualTo(new Audience(Audience.Type.CLIENTS, Set.of("shop", "forum")));
        assertThat(terms.settings().reacceptAfterDays()).isEqualTo(365);
        assertThat(terms.versions())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("texts")
                .isEqualTo(new VersionFile(
                        1,
                        "pop800/terms/1",
                        11,
                        new VersionSettings("2026-11", false, AcceptanceMode.CONTINUED_USE, true),
                        true,
                        Instant.parse("2026-10-31T16:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Instant.parse("2027-01-01T05:00:00Z"),
                        Instant.parse("2027-01-31T16:00:00Z"),
                        List.of(),
                        Set.of()));
        assertThat(terms.versions().get(0).texts())
                .extracting(TextFile::locale, TextFile::title, TextFile::summary)
                .containsExactly(tuple("en", "Terms of Use", "Everything is new."), tuple("zh-Hans", "用户协议", null));
    }

    @Test
    void theAudienceMayBeARole() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "audience: {role: shop.seller}\n");

        assertThat(terms().settings().audience()).isEqualTo(new Audience(Audience.Type.ROLE, Set.of("shop.seller")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "audience: {clients: [shop], role: seller} | audience: is either clients or a role",
                "audience: {clients: []}                   | audience: CLIENTS is no audience",
                "audience: {clients: [], role: seller}     | audience: is either clients or a role",
                "audience: {client: [shop]}                | Did you mean clients?",
                "audience: {clients: shop}                 | clients",
                "audience: {role: [seller, buyer]}         | role",
                "audience: everybody                       | found is 'everybody'",
                "audience: {}                              | audience: is either clients or a role",
                "audience: {clients: }                     | audience: is either clients or a role",
                "audience: {clients: [~]}                  | clients: a client has no name",
                "audience: {role: '  '}                    | blank",
            })
    void anAudienceThatCannotBeUnderstoodIsRefused(String audience, String problem) {
        folder.with("pop800/terms/agreement.yaml", YAML + audience + "\n");

        assertRefused("pop800/terms/agreement.yaml", problem);
    }

    @Test
    void anAcceptanceMayHaveToBeRenewedDaily() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "reacceptAfterDays: 1\n");

        assertThat(terms().settings().reacceptAfterDays()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "yearly"})
    void anAcceptanceLastsAWholeNumberOfDaysAndAtLeastOne(String days) {
        folder.with("pop800/terms/agreement.yaml", YAML + "reacceptAfterDays: " + days + "\n");

        assertRefused("pop800/terms/agreement.yaml", "reacceptAfterDays");
    }

    @Test
    void versionsAreInOrderOfTheirNumbersNotOfTheirNames() throws AgreementFileException {
        folder.with("pop800/terms/10/zh-Hans.md", "第十版").with("pop800/terms/2/zh-Hans.md", "第二版");

        assertThat(terms().versions()).extracting(VersionFile::number).containsExactly(1, 2, 10);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aTextIsTakenToTheByte(byte[] content) throws AgreementFileException {
        folder.with("pop800/terms/1/zh-Hans.md", content);

        assertThat(terms().versions().get(0).texts().get(0).content()).isEqualTo(content);
    }

    static Stream<byte[]> contents() {
        return Stream.of(
                        "\uFEFF带有字节顺序标记\n",
                        "第一行\r\n第二行\r\n",
                        "没有换行",
                        "  spaces and\ttabs  \n\n\n",
                        "生僻字：\uD842\uDFB7，组合字符：e\u0301\n")
                .map(content -> content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hiddenAndOtherFilesAreLeftAlone() throws AgreementFileException {
        folder.with("pop800/README.md", "words")
                .with("pop800/.git/config", "words")
                .with("pop800/terms/notes.txt", "words")
                .with("pop800/terms/.hidden/zh-Hans.md", "words")
                .with("pop800/terms/1/.zh-Hant.md", "words")
                .with("pop800/terms/1/source.docx", "words");

        assertThat(terms().versions())
                .singleElement()
                .satisfies(version -> assertThat(version.texts()).hasSize(1));
    }

    @Test
    void aRealmWithoutADirectoryHasNoAgreements() throws AgreementFileException {
        assertThat(directory.has("pop800")).isTrue();
        assertThat(directory.has("other")).isFalse();
        assertThat(Readings.of(directory, "other")).isEmpty();
    }

    @Test
    void eachRealmHasItsOwnAgreements() throws AgreementFileException {
        folder.with("other/privacy/agreement.yaml", YAML);

        assertThat(Readings.of(directory, "other"))
                .extracting(AgreementFile::key)
                .containsExactly("privacy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../outside", "pop800/../../outside", "pop800/terms", "../agreements"})
    void aRealmNameDoesNotLeadAnywhereElse(String name) throws AgreementFileException {
        folder.with("../outside/terms/agreement.yaml", YAML)
                .with("terms/agreement.yaml", YAML)
                .with("pop800/terms/terms/agreement.yaml", YAML);

        assertThat(directory.has(name)).isFalse();
        assertThat(Readings.of(directory, name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "./", "nowhere/.."})
    void theRootMayBeTheWorkingDirectory(String root) {
        AgreementDirectory here = new AgreementDirectory(Path.of(root));

        assertThat(here.has("src")).isTrue();
        assertThat(here.has("..")).isFalse();
        assertThat(here.has("src/test")).isFalse();
    }

    @Test
    void theRootMayBeRelative() throws AgreementFileException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.root().toAbsolutePath());

        assertThat(Readings.of(new AgreementDirectory(relative), "pop800"))
                .usingRecursiveComparison()
                .isEqualTo(Readings.of(directory, "pop800"));
    }

    @Test
    void aRealmNameThatIsAnAbsolutePathDoesNotLeadThere() throws AgreementFileException {
        folder.with("../outside/terms/agreement.yaml", YAML);
        String outside = parent.resolve("outside").toString();

        assertThat(directory.has(outside)).isFalse();
        assertThat(Readings.of(directory, outside)).isEmpty();
    }

    @Test
    void aSlipOfThePenInASettingIsNotOverlooked() {
        folder.with("pop800/terms/agreement.yaml", YAML + "positon: 10\n");

        assertRefused("pop800/terms/agreement.yaml", "positon");
    }

    @Test
    void aSlipOfThePenInAVersionsSettingIsNotOverlooked() {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    effectivAt: 2026-11-01T00:00:00Z\n");

        assertRefused("pop800/terms/agreement.yaml", "effectivAt");
    }

    @ParameterizedTest
    @MethodSource("settingsNobodyUnderstands")
    void settingsThatCannotBeUnderstoodAreRefusedAndNamed(String yaml, String word) {
        folder.with("pop800/terms/agreement.yaml", yaml);

        assertRefused("pop800/terms/agreement.yaml", word);
    }

    static Stream<Arguments> settingsNobodyUnderstands() {
        return Stream.of(
                Arguments.of(YAML.replace("REQUIRED", "MANDATORY"), "MANDATORY"),
                Arguments.of(YAML.replace("REQUIRED", "[REQUIRED"), "bracket"),
                Arguments.of(YAML + "position: ten\n", "position"),
                Arguments.of(YAML + "position: '10'\n", "position"),
                Arguments.of(YAML + "reacceptAfterDays: '30'\n", "reacceptAfterDays"),
                Arguments.of(YAML + "versions:\n  1: {draft: 1}\n", "draft"),
                Arguments.of(YAML + "versions:\n  one: {}\n", "one"),
                Arguments.of(YAML + "versions:\n  1: {draft: maybe}\n", "draft"),
                Arguments.of(YAML + "requirement: OPTIONAL\n", "requirement"),
                Arguments.of(YAML + "  en: Terms\n", "'en'"),
                Arguments.of(YAML + "versions:\n  1: {label: a}\n  1: {label: b}\n", "'1'"),
                Arguments.of(YAML.replace("REQUIRED", "0"), "requirement: expected is REQUIRED or OPTIONAL"),
                Arguments.of(YAML + "versions:\n  1: {acceptance: 1}\n", "acceptance"),
                Arguments.of(YAML + "position: 1.5\n", "position"),
                Arguments.of(YAML + "versions:\n  1.5: {}\n", "1.5"),
                Arguments.of(YAML + "---\n" + YAML, "a second part begins here"),
                Arguments.of("just words", "just words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publishedAt: 2026-11-01",
                "effectiveAt: 2026-11-01T00:00:00",
                "enforcedAt: 2026-13-01T00:00:00Z",
                "retractedAt: tomorrow",
                "retractedAt: ''",
                "publishedAt: 1793491200",
            })
    void aTimeWithoutItsOffsetOrThatIsNoneIsRefused(String setting) {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    " + setting + "\n");

        assertRefused(
                "pop800/terms/agreement.yaml, line 8",
                setting.substring(0, setting.indexOf(':')),
                "a time with its offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n"})
    void settingsThatSayNothingAreRefused(String yaml) {
        folder.with("pop800/terms/agreement.yaml", yaml);

        assertRefused("pop800/terms/agreement.yaml", "is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bindingLocale: zh-Hans", "requirement: REQUIRED"})
    void requirementAndBindingLocaleMustBeGiven(String setting) {
        folder.with("pop800/terms/agreement.yaml", YAML.replace(setting + "\n", ""));

        assertRefused("pop800/terms/agreement.yaml", setting.replaceAll(":.*", "") + " must be given");
    }

    @Test
    void anAgreementWithoutSettingsIsRefused() {
        folder.without("pop800/terms/agreement.yaml");

        assertRefused("pop800/terms", "agreement.yaml is missing");
    }

    @Test
    void aVersionWithoutItsBindingTextIsRefused() {
        folder.with("pop800/terms/2/en.md", "Text");

        assertRefused("pop800/terms/2", "the binding text zh-Hans.md is missing");
    }

    @Test
    void aTextWithoutATitleInItsLocaleIsRefused() {
        folder.with("pop800/terms/1/de.md", "Text");

        assertRefused("pop800/terms/1/de.md", "no title for the locale de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "''", "' '", "~"})
    void anEmptyTitleIsNone(String title) {
        folder.with("pop800/terms/agreement.yaml", YAML.replace("用户协议", title));

        assertRefused("pop800/terms/1/zh-Hans.md", "no title for the locale zh-Hans");
    }

    @Test
    void whereAVersionHasAnEmptyTitleThatOfTheAgreementIsTaken() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + """
                versions:
                  1:
                    titles:
                      zh-Hans:
                    summaries:
                      zh-Hans: ''
                """);

        assertThat(terms().versions().get(0).texts())
                .extracting(TextFile::title, TextFile::summary)
                .containsExactly(tuple("用户协议", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:", "1: {}", "1: {titles: , summaries: , label: }"})
    void aVersionWithEmptySettingsTakesTheDefaults(String settings) throws AgreementFileException {
        AgreementFile plain = terms();
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  " + settings + "\n");

        assertThat(terms())
                .usingRecursiveComparison()
                .ignoringFields("audienceLine", "versions.line")
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions:", "versions: {}", "position:", "audience:", "reacceptAfterDays:"})
    void aSettingWithNothingBehindItIsAsGoodAsNone(String setting) throws AgreementFileException {
        AgreementFile plain = terms();
        folder.with("pop800/terms/agreement.yaml", YAML + setting + "\n");

        assertThat(terms())
                .usingRecursiveComparison()
                .ignoringFields("audienceLine", "versions.line")
                .isEqualTo(plain);
    }

    @Test
    void whatIsAsLongAsThereIsRoomForIsTaken() throws AgreementFileException {
        String tag = "en-" + "a".repeat(8) + "-x-" + "b".repeat(8) + "-" + "c".repeat(8) + "-" + "d".repeat(3);
        folder.with("pop800/terms/1/" + tag + ".md", "Text")
                .with("pop800/terms/agreement.yaml", described(tag, "t".repeat(255), "l".repeat(64), "s".repeat(2000)));

        assertThat(tag).hasSize(35);
        assertThat(terms().versions().get(0).settings().label()).isEqualTo("l".repeat(64));
        assertThat(terms().versions().get(0).texts())
                .extracting(TextFile::locale, TextFile::title, TextFile::summary)
                .contains(tuple(tag, "t".repeat(255), "s".repeat(2000)));
    }

    @ParameterizedTest
    @CsvSource({
        "256, 64, 2000, title has 256 characters; there is room for 255",
        "255, 65, 2000, label has 65 characters; there is room for 64",
        "255, 64, 2001, summary has 2001 characters; there is room for 2000",
    })
    void whatThereIsNoRoomForIsRefused(int title, int label, int summary, String problem) {
        folder.with(
                "pop800/terms/agreement.yaml",
                described("zh-Hans", "t".repeat(title), "l".repeat(label), "s".repeat(summary)));

        assertRefused("pop800/terms/agreement.yaml, line ", problem);
    }

    @Test
    void aLanguageTagThereIsNoRoomForIsRefused() {
        String tag = "en-x-" + "a".repeat(8) + "-" + "b".repeat(8) + "-" + "c".repeat(8) + "-" + "d".repeat(4);
        folder.with("pop800/terms/1/" + tag + ".md", "Text");

        assertRefused("pop800/terms/1/" + tag + ".md", "the name of the file has 36 characters; there is room for 35");
    }

    @Test
    void settingsForAVersionThatHasNoDirectoryAreRefused() {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  2:\n    label: new\n");

        assertRefused("pop800/terms/agreement.yaml", "version 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Terms", "terms_of_use", "-terms", "terms-", "用户协议", "terms of use"})
    void aDirectoryWhoseNameIsNoKeyIsRefused(String name) {
        folder.with("pop800/" + name + "/agreement.yaml", YAML);

        assertRefused("pop800/" + name, "key of the agreement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "0", "01", "1.0", "-1", "1000000", "latest"})
    void aDirectoryWhoseNameIsNoVersionNumberIsRefused(String name) {
        folder.withDirectory("pop800/terms/" + name);

        assertRefused("pop800/terms/" + name, "number of the version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "english text", "zh-Hans-"})
    void aTextWhoseNameIsNoLanguageTagIsRefused(String name) {
        folder.with("pop800/terms/1/" + name + ".md", "Text");

        assertRefused("pop800/terms/1/" + name + ".md", "language tag");
    }

    @Test
    void aTextThatIsNotUtf8IsRefused() {
        folder.with("pop800/terms/1/zh-Hans.md", "用户协议".getBytes(Charset.forName("GBK")));

        assertRefused("pop800/terms/1/zh-Hans.md, line 1", "is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \t\r\n", "\u3000\n"})
    void anEmptyTextIsRefused(String content) {
        folder.with("pop800/terms/1/zh-Hans.md", content);

        assertRefused("pop800/terms/1/zh-Hans.md", "must not be empty");
    }

    @Test
    void theProblemsOfAllAgreementsAreReportedAtOnce() {
        folder.with("pop800/Terms/agreement.yaml", YAML)
                .with("pop800/news/agreement.yaml", YAML + "positon: 10\n")
                .without("pop800/terms/1/zh-Hans.md");

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> Readings.of(directory, "pop800"))
                .satisfies(e -> assertThat(e.problems())
                        .satisfiesExactlyInAnyOrder(
                                problem -> assertThat(problem).contains("pop800/Terms"),
                                problem -> assertThat(problem).contains("positon"),
                                problem -> assertThat(problem).contains("zh-Hans.md is missing")))
                .satisfies(e -> assertThat(e.getMessage().lines()).containsAll(e.problems()));
    }

    private static String described(String locale, String title, String label, String summary) {
        return """
                requirement: REQUIRED
                bindingLocale: zh-Hans
                titles: {zh-Hans: 用户协议}
                versions:
                  1:
                    label: %2$s
                    titles: {%1$s: %3$s}
                    summaries: {%1$s: %4$s}
                """.formatted(locale, label, title, summary);
    }

    private AgreementFile terms() throws AgreementFileException {
        assertThat(Readings.of(directory, "pop800")).hasSize(1);
        return Readings.of(directory, "pop800").get(0);
    }

    private void assertRefused(String path, String... words) {
        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> Readings.of(directory, "pop800"))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .asString()
                        .startsWith(path)
                        .contains(words)
                        .doesNotContainPattern("[a-z]+\\.[a-z]+\\.[A-Z]|Exception|snake|jackson|token"));
    }
}
