package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class AgreementArchiveTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant EARLIER = Instant.parse("2024-02-29T23:59:59.123Z");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00.007Z");

    private final MovableClock clock = MovableClock.at(NOW);
    private final InMemoryAgreements agreements = new InMemoryAgreements();
    private final RealmModel realm = Realms.named("shop");
    private final AgreementArchive archive = new AgreementArchive(agreements, (where, audience) -> Set.of(), clock);

    @BeforeEach
    void everythingTheStoreCanHold() {
        agreements.addAgreement(
                realm,
                new AgreementSettings(
                        "terms",
                        Requirement.REQUIRED,
                        "zh-Hans",
                        -3,
                        new Audience(Audience.Type.CLIENTS, Set.of("shop", "yes", "https://example.org/#a: b")),
                        365));
        agreements.addVersion(
                realm,
                "terms",
                new NewVersion(
                        1,
                        new VersionSettings("2026-11", true, AcceptanceMode.EXPLICIT, true),
                        new Timeline(EARLIER, EARLIER, NOW, LATER),
                        List.of(text("zh-Hans", "用户协议", null, "## 一\r\n正文"), text("en", "Agreement", null, "## 1\n"))));
        agreements.addVersion(
                realm,
                "terms",
                new NewVersion(
                        2,
                        new VersionSettings("", false, AcceptanceMode.CONTINUED_USE, false, "“Kort”: #1\n- og mer"),
                        new Timeline(NOW, LATER, LATER, null),
                        List.of(
                                text("zh-Hans", "null", "两行\n\n  “引号”: #'\" 🙂 ", "\uFEFF正文 "),
                                text("no", "~", "- x", "## tekst"))));
        agreements.addVersion(
                realm,
                "terms",
                new NewVersion(
                        7,
                        new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false, "not yet: true"),
                        Timeline.DRAFT,
                        List.of(text("en", "0x1F", null, "Draft"))));
        agreements.addVersion(
                realm,
                "terms",
                new NewVersion(
                        9, new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false), Timeline.DRAFT, List.of()));
        agreements.addAgreement(
                realm,
                new AgreementSettings(
                        "news",
                        Requirement.OPTIONAL,
                        "en",
                        0,
                        new Audience(Audience.Type.ROLE, Set.of("shop.buyer")),
                        null));
        agreements.addAgreement(
                realm, new AgreementSettings("rules", Requirement.REQUIRED, "en", 5, Audience.EVERYBODY, null));
        agreements.addVersion(
                realm,
                "rules",
                new NewVersion(
                        1,
                        new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                        new Timeline(NOW, NOW, NOW, null),
                        List.of(text("en", "House rules", null, "Be kind."))));
    }

    @Test
    void anotherRealmGetsEqualAgreements() throws Exception {
        RealmModel other = Realms.named("market");
        byte[] exported = archive.export(realm, List.of());
        clock.move(Duration.ofDays(400));

        ImportReport report = run(other, exported);

        assertThat(report.added())
                .containsExactlyInAnyOrder(
                        "terms", "terms/1", "terms/2", "terms/7", "terms/9", "news", "rules", "rules/1");
        assertThat(agreements.catalogue(other).agreements())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?(id|edits)")
                .ignoringCollectionOrderInFields("versions.texts")
                .isEqualTo(agreements.catalogue(realm).agreements());
        assertThat(files(archive.export(other, List.of()))).isEqualTo(files(exported));
    }

    @Test
    void theSameRealmStaysAsItIs() throws Exception {
        var before = agreements.catalogue(realm);
        clock.move(Duration.ofDays(1));

        ImportReport report = run(realm, archive.export(realm, List.of()));

        assertThat(report.unchanged()).containsExactlyInAnyOrder("terms/1", "terms/2", "terms/7", "terms/9", "rules/1");
        assertThat(report.changed()).isFalse();
        assertThat(report.ignored()).isEmpty();
        assertThat(agreements.catalogue(realm)).isEqualTo(before);
    }

    @Test
    void itIsLaidOutAsADirectory() throws IOException {
        assertThat(files(archive.export(realm, List.of())).keySet())
                .containsExactlyInAnyOrder(
                        "terms/agreement.yaml",
                        "terms/1/",
                        "terms/1/zh-Hans.md",
                        "terms/1/en.md",
                        "terms/2/",
                        "terms/2/zh-Hans.md",
                        "terms/2/no.md",
                        "terms/7/",
                        "terms/7/en.md",
                        "terms/9/",
                        "news/agreement.yaml",
                        "rules/agreement.yaml",
                        "rules/1/",
                        "rules/1/en.md");
        assertThat(files(archive.export(realm, List.of())).get("rules/agreement.yaml"))
                .isEqualTo("""
                requirement: "REQUIRED"
                bindingLocale: "en"
                position: 5
                titles:
                  en: "House rules"
                versions:
                  1:
                    material: true
                    acceptance: "EXPLICIT"
                    readToEnd: false
                    publishedAt: "2026-11-22T08:00:00Z"
                    effectiveAt: "2026-11-22T08:00:00Z"
                    enforcedAt: "2026-11-22T08:00:00Z"
                """);
    }

    @Test
    void someCanBeHadWithoutTheOthers() throws IOException {
        assertThat(files(archive.export(realm, List.of("rules", "news"))).keySet())
                .containsExactlyInAnyOrder("news/agreement.yaml", "rules/agreement.yaml", "rules/1/", "rules/1/en.md");
    }

    @Test
    void textsKeepTheirBytes() throws IOException {
        assertThat(files(archive.export(realm, List.of())))
                .containsEntry("terms/1/zh-Hans.md", "## 一\r\n正文")
                .containsEntry("terms/2/zh-Hans.md", "\uFEFF正文 ");
    }

    @Test
    void itIsTheSameWheneverItIsMade() {
        byte[] exported = archive.export(realm, List.of());
        clock.move(Duration.ofDays(1));

        assertThat(archive.export(realm, List.of())).isEqualTo(exported);
    }

    @Test
    void aRealmWithoutAgreementsGivesAnArchiveThatChangesNothing() throws Exception {
        byte[] empty = archive.export(Realms.named("empty"), List.of());

        assertThat(run(realm, empty).namesNothing()).isTrue();
    }

    @Test
    void aPublishedTextThatDiffersIsRefusedAndNothingIsChanged() throws IOException {
        var before = agreements.catalogue(realm);
        Map<String, String> files = files(archive.export(realm, List.of()));
        files.put("rules/1/en.md", "Be quiet.");
        files.put("rules/2/en.md", "Be nice.");

        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> run(realm, Zip.of(files)))
                .withMessageContaining("rules/1/en.md: version 1: it is published and cannot change any more");
        assertThat(agreements.catalogue(realm)).isEqualTo(before);
    }

    @Test
    void anArchiveWithoutAnAgreementIsRefused() {
        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> run(realm, Zip.of(Map.of("agreement.yaml", "requirement: REQUIRED"))))
                .withMessageContaining("agreement.yaml: stands where the agreements are");
    }

    private ImportReport run(RealmModel into, byte[] bytes) throws AgreementFileException, IOException {
        return archive.run(into, new ByteArrayInputStream(bytes), OnEdits.KEEP);
    }

    private static NewText text(String locale, String title, String summary, String content) {
        return new NewText(locale, title, summary, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void anArchiveWithoutAnAgreementSaysWhatWasLookedForAndFound() {
        assertThatExceptionOfType(AgreementFileException.class)
                .isThrownBy(() -> run(realm, Zip.of(Map.of("README.md", "words", ".DS_Store", "x"))))
                .withMessageContaining("There is no agreement. Looked for was <key>/agreement.yaml")
                .withMessageContaining("found was .DS_Store, README.md");
    }

    @Test
    void anEmptyArchiveSaysSo() throws Exception {
        assertThat(run(realm, archive.export(Realms.named("empty"), List.of())).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.sentence()).contains("Looked for was", "found was nothing"));
    }
}
