package io.agreements.keycloak.agreement.editing;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AgreementRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void theTextThatBindsMustBeThere() {
        assertThat(againstPublication(1, contents("en", "Text")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("zh-Hans"));
        assertThat(againstPublication(1, contents("zh-Hans", "正文"))).isEmpty();
    }

    @Test
    void aVersionBelowAPublishedOneWouldNeverBeInForce() {
        Map<String, byte[]> texts = contents("zh-Hans", "正文");

        assertThat(againstPublication(1, texts, version(1), version(2).since(NOW)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("Version 2"));
        assertThat(againstPublication(2, texts, version(1).since(NOW), version(2)))
                .isEmpty();
        assertThat(againstPublication(
                        1, texts, version(1), version(2).since(NOW).retracted(NOW)))
                .isEmpty();
    }

    @Test
    void allLanguagesHaveAsManyArticlesAndItIsSaidWhatWasFoundInEach() {
        assertThat(againstPublication(1, contents("zh-Hans", "## 一、总则\n\n## 二、费用\n", "en", "Text")))
                .hasValueSatisfying(problem ->
                        assertThat(problem).contains("en has none", "zh-Hans has 2 (一, 二)", "articlesDiffer"));
    }

    @Test
    void languagesMayDifferForAReasonThatIsKeptOnlyWhereTheyDo() {
        Outlines different = Outlines.of(contents("zh-Hans", "## 一\n", "en", "Text"));
        Outlines same = Outlines.of(contents("zh-Hans", "## 一\n", "en", "## 1\n"));

        assertThat(AgreementRules.againstTexts(different, "A summary in English."))
                .isEmpty();
        assertThat(AgreementRules.keptReason(different, "A summary in English."))
                .isEqualTo("A summary in English.");
        assertThat(AgreementRules.againstTexts(same, "A summary in English.")).isEmpty();
        assertThat(AgreementRules.keptReason(same, "A summary in English.")).isNull();
    }

    @Test
    void theBindingLocaleStaysOnceAVersionIsPublished() {
        AgreementSettings english =
                new AgreementSettings("terms", Requirement.REQUIRED, "en", 0, Audience.EVERYBODY, null);

        assertThat(AgreementRules.againstSettings(agreement(version(1)), english))
                .isEmpty();
        assertThat(AgreementRules.againstSettings(agreement(version(1).since(NOW)), english))
                .hasValueSatisfying(problem -> assertThat(problem).contains("binding locale", "zh-Hans"));
    }

    @Test
    void whatUsersTookNoteOfDoesNotBecomeAConsentNorTheOtherWayRound() {
        Agreement consent = required("terms").versions(version(1).since(NOW)).build();
        Agreement notice =
                acknowledgement("privacy").versions(version(1).since(NOW)).build();

        assertThat(againstRequirement(consent, Requirement.OPTIONAL)).isEmpty();
        assertThat(againstRequirement(consent, Requirement.ACKNOWLEDGEMENT))
                .hasValueSatisfying(problem ->
                        assertThat(problem).contains("terms", "is REQUIRED", "cannot change to ACKNOWLEDGEMENT"));
        for (Requirement other : List.of(Requirement.REQUIRED, Requirement.OPTIONAL)) {
            assertThat(againstRequirement(notice, other))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .contains("is ACKNOWLEDGEMENT", "cannot change to " + other, "a key of its own"));
            assertThat(againstRequirement(
                            acknowledgement("privacy").versions(version(1)).build(), other))
                    .isEmpty();
        }
    }

    private static Optional<String> againstRequirement(Agreement stored, Requirement wanted) {
        return AgreementRules.againstSettings(
                stored, new AgreementSettings(stored.key(), wanted, "zh-Hans", 0, Audience.EVERYBODY, null));
    }

    @Test
    void whatWasPublishedIsNeitherChangedNorDeleted() {
        Version published = version(1).since(NOW).build();

        assertThat(AgreementRules.againstRemoval(agreement(version(1)))).isEmpty();
        assertThat(AgreementRules.againstRemoval(agreement(version(1).since(NOW).retracted(NOW), version(2))))
                .isPresent();
        assertThat(AgreementRules.againstChange("terms", version(1).build())).isEmpty();
        assertThat(AgreementRules.againstChange("terms", published)).isPresent();
    }

    @Test
    void aVersionIsRetractedOnce() {
        assertThat(AgreementRules.againstRetraction("terms", version(1).build()))
                .hasValueSatisfying(problem -> assertThat(problem).contains("draft"));
        assertThat(AgreementRules.againstRetraction(
                        "terms", version(1).since(NOW).build()))
                .isEmpty();
        assertThat(AgreementRules.againstRetraction(
                        "terms", version(1).since(NOW).retracted(NOW).build()))
                .hasValueSatisfying(problem -> assertThat(problem).contains("already"));
    }

    private static Optional<String> againstPublication(
            int number, Map<String, byte[]> contents, VersionBuilder... versions) {
        return AgreementRules.againstPublication(agreement(versions), "zh-Hans", number, Outlines.of(contents), null);
    }

    private static Agreement agreement(VersionBuilder... versions) {
        return required("terms").versions(versions).build();
    }

    private static Map<String, byte[]> contents(String... localesAndTexts) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (int i = 0; i < localesAndTexts.length; i += 2) {
            contents.put(localesAndTexts[i], localesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return contents;
    }
}
