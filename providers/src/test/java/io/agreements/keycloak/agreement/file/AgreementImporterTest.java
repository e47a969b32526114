package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.AgreementProvider.VersionWrite;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark;
import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;

final class AgreementImporterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant MUCH_LATER = Instant.parse("2027-02-01T00:00:00Z");

    private static final String YAML = """
        requirement: REQUIRED
        bindingLocale: zh-Hans
        position: 10
        titles:
          zh-Hans: 用户协议
          en: User Agreement
        """;

    private static final String DRAFT_YAML = YAML + """
        versions:
          1:
            draft: true
        """;

    private static final String RETRACTED_YAML = YAML + """
        versions:
          1:
            retractedAt: 2027-01-01T00:00:00Z
        """;

    private final MovableClock clock = MovableClock.at(NOW);
    private final InMemoryAgreements agreements = new InMemoryAgreements();
    private final RealmModel realm = Realms.named("pop800");

    private final MissingNames missingNames = (where, audience) -> audience.names().stream()
            .filter(name -> name.startsWith("former-"))
            .collect(Collectors.toCollection(TreeSet::new));

    private Folder folder;
    private AgreementImporter importer;

    @BeforeEach
    void anAgreementInTwoLanguages(@TempDir Path root) {
        folder = new Folder(root)
                .with("pop800/terms/agreement.yaml", YAML)
                .with("pop800/terms/1/zh-Hans.md", "正文")
                .with("pop800/terms/1/en.md", "Text");
        importer = new AgreementImporter(agreements, new AgreementDirectory(root), missingNames, clock);
    }

    @Test
    void aNewAgreementIsAddedWithItsVersionsAndTexts() throws AgreementFileException {
        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.added()).containsExactly("terms", "terms/1");
        assertThat(report.updated()).isEmpty();
        assertThat(report.unchanged()).isEmpty();
        assertThat(report.ignored()).isEmpty();
        assertThat(report.changed()).isTrue();
        Agreement terms = terms();
        assertThat(terms.requirement()).isEqualTo(Requirement.REQUIRED);
        assertThat(terms.bindingLocale()).isEqualTo("zh-Hans");
        assertThat(terms.position()).isEqualTo(10);
        assertThat(terms.audience()).isEqualTo(Audience.EVERYBODY);
        assertThat(terms.reacceptAfterDays()).isNull();
        assertThat(terms.versions()).extracting(Version::number).containsExactly(1);
        assertThat(content(1, "zh-Hans")).isEqualTo("正文");
        assertThat(content(1, "en")).isEqualTo("Text");
        assertThat(text(1, "en").title()).isEqualTo("User Agreement");
    }

    @Test
    void oneAgreementAfterTheOtherIsWrittenByItself() throws AgreementFileException {
        folder.with("pop800/news/agreement.yaml", YAML).with("pop800/news/1/zh-Hans.md", "新闻");
        folder.with("pop800/rules/agreement.yaml", YAML).with("pop800/rules/1/zh-Hans.md", "守则");

        importer.run(realm, OnEdits.KEEP);
        assertThat(agreements.parts()).isEqualTo(3);

        importer.run(realm, OnEdits.KEEP);
        assertThat(agreements.parts()).as("nothing to write").isEqualTo(3);
    }

    @Test
    void whatWasTakenOverBeforeSomethingCameInBetweenStaysAndTheRestComesNext() throws AgreementFileException {
        folder.with("pop800/news/agreement.yaml", YAML).with("pop800/news/1/zh-Hans.md", "新闻");
        agreements.beforePart(
                2,
                () -> agreements.addAgreement(
                        realm,
                        new AgreementSettings("terms", Requirement.OPTIONAL, "zh-Hans", 0, Audience.EVERYBODY, null)));

        assertThatExceptionOfType(ImportInterruptedException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("[news, news/1]")
                .withMessageContaining("again")
                .satisfies(broken -> assertThat(broken.report().added()).containsExactly("news", "news/1"));
        assertThat(agreements.catalogue(realm).find("news").orElseThrow().versions())
                .hasSize(1);

        assertThat(importer.run(realm, OnEdits.OVERWRITE).updated()).contains("terms");
        assertThat(terms().versions()).hasSize(1);
    }

    @Test
    void whatComesInBetweenAtTheFirstIsToldAsItIs() {
        agreements.beforePart(
                1,
                () -> agreements.addAgreement(
                        realm,
                        new AgreementSettings("terms", Requirement.OPTIONAL, "zh-Hans", 0, Audience.EVERYBODY, null)));

        assertThatExceptionOfType(ModelDuplicateException.class).isThrownBy(() -> importer.run(realm, OnEdits.KEEP));
    }

    @Test
    void moreVersionsThanThereIsRoomForAreRefused() {
        for (int number = 2; number <= Limits.VERSIONS + 1; number++) {
            folder.withDirectory("pop800/terms/" + number);
        }

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("room for 1000 versions, not for 1001");
        assertThat(agreements.catalogue(realm).agreements()).isEmpty();
    }

    @Test
    void soAreMoreWithThoseThatAreThereAlready() {
        agreements.addAgreement(
                realm, new AgreementSettings("terms", Requirement.REQUIRED, "zh-Hans", 10, Audience.EVERYBODY, null));
        agreements.writeVersions(
                realm,
                "terms",
                IntStream.rangeClosed(2, Limits.VERSIONS + 1)
                        .mapToObj(number -> VersionWrite.added(new NewVersion(
                                number,
                                new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                                Timeline.DRAFT,
                                List.of())))
                        .toList());

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("room for 1000 versions, not for 1001");
    }

    @Test
    void moreAgreementsThanThereIsRoomForAreRefused() {
        for (int number = 0; number < Limits.AGREEMENTS; number++) {
            folder.with("pop800/terms-" + number + "/agreement.yaml", YAML);
        }

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("room for 500 agreements, not for 501");
        assertThat(agreements.catalogue(realm).agreements()).isEmpty();
    }

    @Test
    void aTextThatIsTooIntricateOrWouldNotBeSeenIsRefusedAndNamed() {
        folder.with("pop800/terms/1/en.md", "words\n\n<b>x</b>")
                .with("pop800/terms/1/zh-Hans.md", "![".repeat(20_000) + "]".repeat(20_000));
        folder.with("pop800/terms/2/zh-Hans.md", "<!-- y -->");

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageContaining("pop800/terms/1/en.md, line 3: '<b>' is HTML")
                .withMessageContaining("pop800/terms/2/zh-Hans.md, line 1: '<!-- y -->' is a comment");
        assertThat(agreements.catalogue(realm).agreements()).isEmpty();
    }

    @Test
    void manyProblemsAreNotAllWrittenOut() {
        for (int number = 0; number < 200; number++) {
            folder.with("pop800/wrong-" + number + "/agreement.yaml", "surprise: " + "x".repeat(2000));
        }

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .withMessageEndingWith("… and 550 more")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(30_000))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(50));
    }

    @Test
    void timesLeftOutAreTheMomentOfTheImport() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline()).isEqualTo(new Timeline(NOW, NOW, NOW, null));
    }

    @Test
    void timesGivenAreKept() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + """
            versions:
              1:
                publishedAt: 2026-11-01T00:00:00+08:00
                effectiveAt: 2027-01-01T00:00:00Z
                enforcedAt: 2027-02-01T00:00:00Z
            """);

        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline())
                .isEqualTo(new Timeline(Instant.parse("2026-10-31T16:00:00Z"), LATER, MUCH_LATER, null));
    }

    @Test
    void aVersionToComeCanBeReadFromTheImportOn() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    effectiveAt: 2027-01-01T00:00:00Z\n");

        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline()).isEqualTo(new Timeline(NOW, LATER, LATER, null));
    }

    @Test
    void aVersionPublishedLaterTakesEffectThen() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    publishedAt: 2027-01-01T00:00:00Z\n");

        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline()).isEqualTo(new Timeline(LATER, LATER, LATER, null));
    }

    @Test
    void aVersionMayBeEnforcedLaterThanItTakesEffect() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    enforcedAt: 2027-01-01T00:00:00Z\n");

        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline()).isEqualTo(new Timeline(NOW, NOW, LATER, null));
    }

    @Test
    void timesOutOfOrderAreRefused() {
        folder.with("pop800/terms/agreement.yaml", YAML + """
            versions:
              1:
                publishedAt: 2027-01-01T00:00:00Z
                effectiveAt: 2026-12-01T00:00:00Z
            """);

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "out of order");
    }

    @Test
    void aSecondRunChangesNothing() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Catalogue first = agreements.catalogue(realm);
        clock.move(Duration.ofDays(1));

        ImportReport second = importer.run(realm, OnEdits.KEEP);

        assertThat(second.changed()).isFalse();
        assertThat(second.unchanged()).containsExactly("terms/1");
        assertThat(second.ignored()).isEmpty();
        assertThat(agreements.catalogue(realm)).isEqualTo(first);
    }

    @Test
    void aRealmWithoutFilesIsLeftAsItIs() throws AgreementFileException {
        RealmModel other = Realms.named("other");

        assertThat(importer.run(other, OnEdits.KEEP))
                .satisfies(report -> assertThat(report.namesNothing()).isTrue());
        assertThat(agreements.catalogue(other).agreements()).isEmpty();
    }

    @Test
    void aPublishedTextThatDiffersIsRefusedAndNothingIsChanged() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/zh-Hans.md", "别的正文")
                .with("pop800/terms/2/zh-Hans.md", "第二版")
                .with("pop800/news/agreement.yaml", YAML)
                .with("pop800/news/1/zh-Hans.md", "资讯");

        assertRefusedAndNothingChanged(
                "pop800/terms",
                "version 1: it is published and cannot change any more",
                "the text in zh-Hans is another one",
                "Put the text back as it was, or give the new text the next number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"正文\n", "\uFEFF正文", "正文 "})
    void oneByteMoreIsAnotherText(String content) throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/zh-Hans.md", content);

        assertRefusedAndNothingChanged("pop800/terms", "the text in zh-Hans is another one");
    }

    @Test
    void aTextInOneMoreLanguageIsRefusedOncePublished() throws AgreementFileException {
        folder.without("pop800/terms/1/en.md");
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/en.md", "Text");

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "there is a text in en");
    }

    @Test
    void aTextThatIsGoneIsRefusedOncePublished() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.without("pop800/terms/1/en.md");

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "the text in en is missing");
    }

    @Test
    void theRefusalsOfAllAgreementsAreReportedAtOnce() throws AgreementFileException {
        folder.with("pop800/news/agreement.yaml", YAML).with("pop800/news/1/zh-Hans.md", "资讯");
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/en.md", "Other").with("pop800/news/1/zh-Hans.md", "别的资讯");

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .satisfies(e -> assertThat(e.problems())
                        .satisfiesExactly(
                                problem -> assertThat(problem).contains("pop800/news", "zh-Hans"),
                                problem -> assertThat(problem).contains("pop800/terms", "in en")));
    }

    @Test
    void filesThatCannotBeReadChangeNothing() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/2/zh-Hans.md", "第二版").with("pop800/Terms/agreement.yaml", YAML);

        assertRefusedAndNothingChanged("pop800/Terms", "key of the agreement");
    }

    @Test
    void aNewVersionIsAddedAndTheOldOneStays() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Version first = version(1);
        clock.move(Duration.ofDays(1));
        folder.with("pop800/terms/2/zh-Hans.md", "第二版");

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.added()).containsExactly("terms/2");
        assertThat(report.unchanged()).containsExactly("terms/1");
        assertThat(version(1)).isEqualTo(first);
        assertThat(version(2).timeline().publishedAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(content(2, "zh-Hans")).isEqualTo("第二版");
    }

    @Test
    void aDraftIsNotPublished() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);

        importer.run(realm, OnEdits.KEEP);

        assertThat(version(1).timeline()).isEqualTo(Timeline.DRAFT);
    }

    @Test
    void aDraftIsBroughtUpToDate() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/zh-Hans.md", "改过的正文").without("pop800/terms/1/en.md");

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.updated()).containsExactly("terms/1");
        assertThat(version(1).texts()).extracting(Text::locale).containsExactly("zh-Hans");
        assertThat(content(1, "zh-Hans")).isEqualTo("改过的正文");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: new",
                "material: false",
                "acceptance: CONTINUED_USE",
                "readToEnd: true",
                "titles: {en: Terms}",
                "summaries: {en: New.}",
            })
    void aDraftWithOtherSettingsIsBroughtUpToDate(String setting) throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML + "    " + setting + "\n");

        assertThat(importer.run(realm, OnEdits.KEEP).updated()).containsExactly("terms/1");
        assertThat(importer.run(realm, OnEdits.KEEP).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: true",
                "label: new",
                "material: false",
                "acceptance: CONTINUED_USE",
                "readToEnd: true",
                "publishedAt: 2026-11-22T07:59:59Z",
                "effectiveAt: 2026-11-22T08:00:01Z",
                "enforcedAt: 2027-01-01T00:00:00Z",
                "titles: {en: Terms}",
                "summaries: {en: New.}",
            })
    void otherWordsOrTimesForAPublishedVersionAreIgnoredAndReported(String setting) throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Catalogue before = agreements.catalogue(realm);
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    " + setting + "\n");

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.ignored()).containsExactly("terms/1");
        assertThat(report.unchanged()).isEmpty();
        assertThat(report.changed()).isFalse();
        assertThat(agreements.catalogue(realm)).isEqualTo(before);
    }

    @Test
    void wordsTakenBackFromAPublishedVersionAreReportedToo() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    label: first\n");
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", YAML);

        assertThat(importer.run(realm, OnEdits.KEEP).ignored()).containsExactly("terms/1");
        assertThat(version(1).label()).isEqualTo("first");
    }

    @Test
    void aTimeLeftOutLaterIsNoOtherOne() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + """
            versions:
              1:
                publishedAt: 2026-11-01T00:00:00Z
                effectiveAt: 2027-01-01T00:00:00Z
                enforcedAt: 2027-02-01T00:00:00Z
            """);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", YAML);

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.ignored()).isEmpty();
        assertThat(report.unchanged()).containsExactly("terms/1");
        assertThat(version(1).timeline().effectiveAt()).isEqualTo(LATER);
    }

    @Test
    void theSameTimeInAnotherTimeZoneIsNoOtherOne() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with(
                "pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    publishedAt: 2026-11-22T16:00:00+08:00\n");

        assertThat(importer.run(realm, OnEdits.KEEP).ignored()).isEmpty();
    }

    @Test
    void whatIsIgnoredKeepsNothingElseBack() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    label: new\n")
                .with("pop800/terms/2/zh-Hans.md", "第二版");

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.added()).containsExactly("terms/2");
        assertThat(report.ignored()).containsExactly("terms/1");
        assertThat(report.changed()).isTrue();
    }

    @Test
    void aDraftThatIsTheSameIsLeftAlone() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        Catalogue first = agreements.catalogue(realm);
        clock.move(Duration.ofDays(1));

        assertThat(importer.run(realm, OnEdits.KEEP).unchanged()).containsExactly("terms/1");
        assertThat(agreements.catalogue(realm)).isEqualTo(first);
    }

    @Test
    void aDraftThatIsOneNoLongerIsPublished() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        clock.move(Duration.ofDays(1));
        folder.with("pop800/terms/agreement.yaml", YAML);

        assertThat(importer.run(realm, OnEdits.KEEP).updated()).containsExactly("terms/1");
        assertThat(version(1).timeline().publishedAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(content(1, "zh-Hans")).isEqualTo("正文");
    }

    @Test
    void otherSettingsOfAnAgreementAreTakenOver() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Agreement before = terms();
        folder.with(
                "pop800/terms/agreement.yaml",
                YAML.replace("REQUIRED", "OPTIONAL").replace("10", "20"));

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.updated()).containsExactly("terms");
        assertThat(terms().requirement()).isEqualTo(Requirement.OPTIONAL);
        assertThat(terms().position()).isEqualTo(20);
        assertThat(terms().versions()).isEqualTo(before.versions());
        assertThat(terms().id()).isEqualTo(before.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience: {clients: [shop, forum]}", "audience: {role: seller}", "reacceptAfterDays: 365"})
    void anotherAudienceOrTermOfRenewalIsTakenOverOnceAndTakenBackAgain(String setting) throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Agreement before = terms();
        folder.with("pop800/terms/agreement.yaml", YAML + setting + "\n");

        assertThat(importer.run(realm, OnEdits.KEEP).updated()).containsExactly("terms");
        assertThat(importer.run(realm, OnEdits.KEEP).changed()).isFalse();
        assertThat(AgreementSettings.of(terms())).isNotEqualTo(AgreementSettings.of(before));
        folder.with("pop800/terms/agreement.yaml", YAML);

        assertThat(importer.run(realm, OnEdits.KEEP).updated()).containsExactly("terms");
        assertThat(AgreementSettings.of(terms())).isEqualTo(AgreementSettings.of(before));
        assertThat(terms().versions()).isEqualTo(before.versions());
    }

    @Test
    void audienceAndTermOfRenewalComeWithANewAgreement() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + "audience: {role: seller}\nreacceptAfterDays: 30\n");

        importer.run(realm, OnEdits.KEEP);

        assertThat(terms().audience()).isEqualTo(new Audience(Audience.Type.ROLE, Set.of("seller")));
        assertThat(terms().reacceptAfterDays()).isEqualTo(30);
    }

    @Test
    void aPublishedVersionIsRetractedThroughItsFile() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        Version before = version(1);
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML);

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.updated()).containsExactly("terms/1");
        assertThat(report.changed()).isTrue();
        assertThat(report.ignored()).isEmpty();
        assertThat(report.unchanged()).isEmpty();
        assertThat(version(1).timeline()).isEqualTo(new Timeline(NOW, NOW, NOW, LATER));
        assertThat(version(1).texts()).isEqualTo(before.texts());
    }

    @Test
    void aRetractionIsTakenOverOnceAndForAll() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML);
        importer.run(realm, OnEdits.KEEP);
        Catalogue retracted = agreements.catalogue(realm);

        ImportReport again = importer.run(realm, OnEdits.KEEP);

        assertThat(again.changed()).isFalse();
        assertThat(again.unchanged()).containsExactly("terms/1");
        assertThat(agreements.catalogue(realm)).isEqualTo(retracted);
    }

    @Test
    void theMomentOfARetractionCannotBeMoved() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML.replace("2027-01", "2027-02"));

        assertThat(importer.run(realm, OnEdits.KEEP).ignored()).containsExactly("terms/1");
        assertThat(version(1).timeline().retractedAt()).isEqualTo(LATER);
    }

    @Test
    void aRetractionLeftOutLaterIsNotTakenBack() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", YAML);

        assertThat(importer.run(realm, OnEdits.KEEP).unchanged()).containsExactly("terms/1");
        assertThat(version(1).timeline().retractedAt()).isEqualTo(LATER);
    }

    @Test
    void aVersionMayBeNewAndRetractedAtOnce() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML);

        assertThat(importer.run(realm, OnEdits.KEEP).added()).contains("terms/1");
        assertThat(version(1).timeline()).isEqualTo(new Timeline(NOW, NOW, NOW, LATER));
    }

    @Test
    void aDraftIsNotRetracted() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML + "    retractedAt: 2027-01-01T00:00:00Z\n");

        assertThat(importer.run(realm, OnEdits.KEEP).unchanged()).containsExactly("terms/1");
        assertThat(version(1).timeline()).isEqualTo(Timeline.DRAFT);
    }

    @Test
    void aVersionIsNotRetractedWhileItsTextIsAnotherOne() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML).with("pop800/terms/1/en.md", "Other");

        assertRefusedAndNothingChanged("pop800/terms", "the text in en is another one");
    }

    @Test
    void aVersionWithMoreArticlesInOneLanguageThanInAnotherIsRefused() {
        folder.with("pop800/terms/1/zh-Hans.md", "## 一\n\n甲\n\n## 二\n\n乙\n")
                .with("pop800/terms/1/en.md", "Preamble\n\n## One\n\nA\n");

        assertRefusedAndNothingChanged(
                "pop800/terms", "version 1", "differ in the articles", "en has 1 (One), zh-Hans has 2 (一, 二)");
    }

    @Test
    void aReasonLetsLanguagesDifferAndIsToldToBeDroppedWhereTheyDoNot() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + """
            versions:
              1:
                articlesDiffer: |
                  The English text is a summary.
              2:
                articlesDiffer: For no reason.
            """)
                .with("pop800/terms/1/zh-Hans.md", "## 一\n\n甲\n")
                .with("pop800/terms/2/zh-Hans.md", "## 一\n\n甲\n")
                .with("pop800/terms/2/en.md", "## 1\n\nA\n");

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.added()).contains("terms/1", "terms/2");
        assertThat(report.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.severity()).isEqualTo(Severity.WARNING);
            assertThat(remark.sentence())
                    .isEqualTo(
                            "pop800/terms/agreement.yaml, line 11: version 2: articlesDiffer is not kept, because the"
                                    + " languages have the same articles. Take it out");
        });
        assertThat(version(1).articlesDiffer()).isEqualTo("The English text is a summary.");
        assertThat(version(2).articlesDiffer()).isNull();
    }

    @Test
    void aReasonIsOfWordsThereIsRoomFor() {
        for (String reason : new String[] {"'...'", "x".repeat(501), "[a]"}) {
            folder.with("pop800/terms/agreement.yaml", YAML + "versions:\n  1:\n    articlesDiffer: " + reason + "\n");

            assertRefusedAndNothingChanged("pop800/terms/agreement.yaml, line 9", "articlesDiffer");
        }
    }

    @Test
    void aDraftMayHaveMoreArticlesInOneLanguageThanInAnotherUntilItIsPublished() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML).with("pop800/terms/1/zh-Hans.md", "## 一\n\n甲\n");

        assertThat(importer.run(realm, OnEdits.KEEP).added()).contains("terms/1");
        folder.with("pop800/terms/agreement.yaml", YAML);

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "en has none, zh-Hans has 1 (一)");
    }

    @Test
    void onlyHeadingsOfTheSecondLevelAreArticles() throws AgreementFileException {
        folder.with("pop800/terms/1/zh-Hans.md", "# 协议\n\n## 一\n\n### 甲\n")
                .with("pop800/terms/1/en.md", "## One\n\n    ## no heading\n");

        assertThat(importer.run(realm, OnEdits.KEEP).added()).contains("terms/1");
    }

    @Test
    void theBindingLocaleCannotChangeOnceAVersionIsPublished() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", YAML.replace("bindingLocale: zh-Hans", "bindingLocale: en"));

        assertRefusedAndNothingChanged("pop800/terms", "binding locale");
    }

    @Test
    void theBindingLocaleCanChangeAsLongAsAllVersionsAreDrafts() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML.replace("bindingLocale: zh-Hans", "bindingLocale: en"));

        importer.run(realm, OnEdits.KEEP);

        assertThat(terms().bindingLocale()).isEqualTo("en");
    }

    @Test
    void theSettingsOfAVersionAreTakenOver() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + """
            versions:
              1:
                label: "2026-11"
                material: false
                acceptance: CONTINUED_USE
                readToEnd: true
                summaries:
                  en: Everything is new.
            """);

        importer.run(realm, OnEdits.KEEP);

        Version version = version(1);
        assertThat(version.label()).isEqualTo("2026-11");
        assertThat(version.material()).isFalse();
        assertThat(version.acceptance()).isEqualTo(AcceptanceMode.CONTINUED_USE);
        assertThat(version.readToEnd()).isTrue();
        assertThat(text(1, "en").summary()).isEqualTo("Everything is new.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF正文\n", "第一行\r\n第二行\r\n", "没有换行", "全角空格\u3000与\ttab\n\n\n"})
    void theDigestIsThatOfTheFileToTheByte(String content) throws Exception {
        folder.with("pop800/terms/1/zh-Hans.md", content);

        importer.run(realm, OnEdits.KEEP);

        assertThat(text(1, "zh-Hans").digest()).isEqualTo(sha256(folder.path("pop800/terms/1/zh-Hans.md")));
        assertThat(content(1, "zh-Hans")).isEqualTo(content);
    }

    /** As a word processor gives it: numbered headings, mixed brackets and commas, a line of spaces, no end of line. */
    @Test
    void aPlainTextIsTakenToTheByteToo() throws Exception {
        String plain = """
            某某用户注册协议

            在此特别提醒您在注册之前,请认真阅读本《某某用户注册协议》(以下简称“协议”),确保您充分理解。本协议是某某公司（以下称“我们”）的许诺。

            1. 用户信息采集

            当您注册登记，即为您同意本网站/软件将收集您的个人信息：姓名、生日等。

            2. 用户信息的使用

            （1）完成您的要求。

            （4)使我们更加了解您,从而回应您的"个性化"需求。 在下列情况下:

            (1)根据法律法规;
            """ + " \u00A0\n\n您点击“注册”/“登录”按钮即视为您接受。";
        folder.with("pop800/terms/1/zh-Hans.md", plain)
                .with("pop800/terms/1/en.md", "## 1. Collection\n\nWords.\n\n## 2. Use\n\nWords.");

        importer.run(realm, OnEdits.KEEP);

        Text text = text(1, "zh-Hans");
        assertThat(agreements.content(text))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(plain.getBytes(StandardCharsets.UTF_8)));
        assertThat(text.digest()).isEqualTo(sha256(folder.path("pop800/terms/1/zh-Hans.md")));
        assertThat(agreements.html(text, Surroundings.alone(0, text.locale())))
                .contains("某某用户注册协议", "用户信息采集", "（4)使我们更加了解您", "按钮即视为您接受");
        assertThat(importer.run(realm, OnEdits.KEEP).changed()).isFalse();
    }

    @Test
    void anEditMadeHereIsLeftAloneWithAWordUntilTheFilesAreToWin() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        edit("改过的正文");

        for (String file : List.of("正文", "档案里的新正文")) {
            folder.with("pop800/terms/1/zh-Hans.md", file);
            ImportReport report = importer.run(realm, OnEdits.KEEP);

            assertThat(report.kept()).containsExactly("terms/1");
            assertThat(report.remarks())
                    .extracting(Remark::message)
                    .singleElement()
                    .asString()
                    .contains("terms/1", "edited", "overwrite=true");
            assertThat(report.changed()).isFalse();
            assertThat(content(1, "zh-Hans")).isEqualTo("改过的正文");
        }
        assertThat(importer.run(realm, OnEdits.OVERWRITE).updated()).containsExactly("terms/1");
        assertThat(content(1, "zh-Hans")).isEqualTo("档案里的新正文");
        assertThat(importer.run(realm, OnEdits.KEEP).unchanged()).containsExactly("terms/1");
    }

    @Test
    void anEditTakenBackIsNone() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        importer.run(realm, OnEdits.KEEP);
        edit("改过的正文");
        edit("正文");
        folder.with("pop800/terms/1/zh-Hans.md", "档案里的新正文");

        assertThat(importer.run(realm, OnEdits.KEEP).updated()).containsExactly("terms/1");
    }

    @Test
    void aDraftThatFilesNeverGaveIsNotReplaced() throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", DRAFT_YAML);
        agreements.addAgreement(
                realm, new AgreementSettings("terms", Requirement.REQUIRED, "zh-Hans", 10, Audience.EVERYBODY, null));
        agreements.addVersion(
                realm,
                "terms",
                new NewVersion(
                        1, new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false), Timeline.DRAFT, List.of()));

        assertThat(importer.run(realm, OnEdits.KEEP).kept()).containsExactly("terms/1");
        assertThat(version(1).texts()).isEmpty();
    }

    @Test
    void settingsChangedHereAreLeftAloneToo() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        agreements.updateAgreement(
                realm,
                AgreementSettings.of(terms()).with(new Audience(Audience.Type.CLIENTS, Set.of("shop"))),
                terms().edits());

        ImportReport report = importer.run(realm, OnEdits.KEEP);

        assertThat(report.kept()).containsExactly("terms");
        assertThat(report.changed()).isFalse();
        assertThat(importer.run(realm, OnEdits.OVERWRITE).updated()).containsExactly("terms");
        assertThat(terms().audience()).isEqualTo(Audience.EVERYBODY);
    }

    @Test
    void aPublicationToComeThatIsPulledBackAfterwardsIsNotCancelled() throws AgreementFileException {
        schedule("");
        schedule("    retractedAt: 2027-02-01T00:00:00Z\n");

        assertThat(version(1).timeline()).isEqualTo(new Timeline(LATER, LATER, LATER, MUCH_LATER));
        assertThat(importer.run(realm, OnEdits.KEEP).unchanged()).containsExactly("terms/1");
    }

    @Test
    void aPublicationToComeThatIsPulledBackBeforeIsCancelledForGood() throws AgreementFileException {
        schedule("");
        schedule("    retractedAt: 2026-12-01T00:00:00Z\n");
        assertThat(version(1).timeline()).isEqualTo(Timeline.DRAFT);

        for (Duration time : List.of(Duration.ZERO, Duration.ofDays(20), Duration.ofDays(200))) {
            clock.move(time);
            ImportReport report = importer.run(realm, OnEdits.KEEP);
            assertThat(report.changed()).isFalse();
            assertThat(report.unchanged()).containsExactly("terms/1");
            assertThat(version(1).timeline()).isEqualTo(Timeline.DRAFT);
        }
    }

    @Test
    void aPublicationToComeThatWasCancelledHereIsNotMadeAgain() throws AgreementFileException {
        schedule("");
        agreements.retract(realm, "terms", 1, NOW, version(1).edits());

        assertThat(importer.run(realm, OnEdits.KEEP).kept()).containsExactly("terms/1");
        clock.move(Duration.ofDays(200));
        assertThat(importer.run(realm, OnEdits.KEEP).kept()).containsExactly("terms/1");
        assertThat(version(1).timeline()).isEqualTo(Timeline.DRAFT);
    }

    @Test
    void whatHasBegunCannotHaveBeenPulledBackBefore() throws AgreementFileException {
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/agreement.yaml", RETRACTED_YAML.replace("2027-01", "2026-01"));

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "retractedAt must not come before publishedAt");
    }

    @Test
    void aVersionBelowAPublishedOneIsRefused() throws AgreementFileException {
        folder.without("pop800/terms/1/zh-Hans.md")
                .without("pop800/terms/1/en.md")
                .without("pop800/terms/1")
                .with("pop800/terms/2/zh-Hans.md", "第二版");
        importer.run(realm, OnEdits.KEEP);
        folder.with("pop800/terms/1/zh-Hans.md", "第一版");

        assertRefusedAndNothingChanged("pop800/terms", "version 1", "Version 2 was published before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience: {clients: [former-shop, market]}", "audience: {role: former-shop}"})
    void aNameOfNothingIsTakenWithAWarning(String audience) throws AgreementFileException {
        folder.with("pop800/terms/agreement.yaml", YAML + audience + "\n");

        assertThat(importer.run(realm, OnEdits.KEEP).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.severity()).isEqualTo(Severity.WARNING))
                .satisfies(remark -> assertThat(remark.line()).isEqualTo(7))
                .extracting(Remark::sentence)
                .asString()
                .contains("pop800/terms/agreement.yaml, line 7: ", "former-shop", "nobody is asked")
                .doesNotContain("market");
    }

    private void edit(String content) {
        Text known = text(1, "zh-Hans");
        agreements.updateText(
                realm,
                "terms",
                1,
                new NewText("zh-Hans", known.title(), known.summary(), content.getBytes(StandardCharsets.UTF_8)),
                known.edits());
    }

    private void schedule(String more) throws AgreementFileException {
        folder.with(
                "pop800/terms/agreement.yaml",
                YAML + "versions:\n  1:\n    publishedAt: 2027-01-01T00:00:00Z\n" + more);
        importer.run(realm, OnEdits.KEEP);
    }

    private void assertRefusedAndNothingChanged(String path, String... words) {
        Catalogue before = agreements.catalogue(realm);

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> importer.run(realm, OnEdits.KEEP))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .asString()
                        .startsWith(path)
                        .contains(words));
        assertThat(agreements.catalogue(realm)).isEqualTo(before);
    }

    private Agreement terms() {
        return agreements.catalogue(realm).find("terms").orElseThrow();
    }

    private Version version(int number) {
        return terms().version(number).orElseThrow();
    }

    private Text text(int number, String locale) {
        return version(number).text(locale).orElseThrow();
    }

    private String content(int number, String locale) {
        return new String(agreements.content(text(number, locale)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
