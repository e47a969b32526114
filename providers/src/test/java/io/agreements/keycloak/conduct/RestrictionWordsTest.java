package io.agreements.keycloak.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ground has words for users. */
final class RestrictionWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant", "de"})
    void everyGroundHasWords(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file =
                RestrictionGround.class.getResourceAsStream("/agreements-messages/" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        for (RestrictionGround ground : RestrictionGround.values()) {
            assertThat(words.getProperty("restrictionGround." + ground))
                    .as(ground.name())
                    .isNotBlank();
        }
    }
}
