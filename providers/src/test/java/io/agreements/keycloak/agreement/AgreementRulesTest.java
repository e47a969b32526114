package io.agreements.keycloak.agreement;

import static io.agreements.keycloak.fixture.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.fixture.VersionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    void allLanguagesHaveAsManyArticles() {
        assertThat(againstPublication(1, contents("zh-Hans", "## 一\n", "en", "Text")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("en has 0", "zh-Hans has 1"));
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
        return AgreementRules.againstPublication(agreement(versions), "zh-Hans", number, contents);
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
