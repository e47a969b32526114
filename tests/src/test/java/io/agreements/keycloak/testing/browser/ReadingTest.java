package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agreements.keycloak.testing.browser.Reading.Facts;
import io.agreements.keycloak.testing.browser.Reading.Named;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void itIsKeptAsYamlInTheOrderOfReading() throws IOException {
        Reading reading = new Reading(
                new Facts(
                        "Register – \"POP800\"",
                        "en",
                        List.of(new Named("Email", List.of("focus", "required", "Please: specify an email"))),
                        List.of(new Named("zh-Hans", List.of("第一条"))),
                        List.of("assertive: 2 things are missing")),
                """
                - heading "Register" [level=1]
                - 'link "Terms: all"':
                  - /url: http://localhost:8080/realms/a/agreements
                - text: Published on November 30, 2026""");

        JsonNode yaml = new YAMLMapper().readTree(reading.kept());

        assertThat(yaml.fieldNames())
                .toIterable()
                .containsExactly("title", "language", "page", "told", "spoken", "heard");
        assertThat(yaml.path("title").asText()).isEqualTo("Register – \"POP800\"");
        assertThat(yaml.at("/page/0").asText()).isEqualTo("heading \"Register\" [level=1]");
        assertThat(yaml.at("/page/1").path("link \"Terms: all\"").at("/0/~1url").asText())
                .isEqualTo("<server>/realms/a/agreements");
        assertThat(yaml.at("/page/2/text").asText()).isEqualTo("Published on <date>");
        assertThat(yaml.at("/told/0/Email/2").asText()).isEqualTo("Please: specify an email");
        assertThat(yaml.at("/spoken/0/zh-Hans/0").asText()).isEqualTo("第一条");
        assertThat(yaml.at("/heard/0").asText()).isEqualTo("assertive: 2 things are missing");
    }

    @Test
    void aDateThatIsLongerTodayMovesNoEnd() {
        assertThat(kept("a".repeat(60) + " November 3, 2026 and more"))
                .isEqualTo(kept("a".repeat(60) + " May 30, 2027 and more"));
    }

    private static String kept(String text) {
        Facts facts = new Facts("Page", "en", List.of(), List.of(), List.of(text));
        return new Reading(facts, "- text: " + text).kept();
    }
}
