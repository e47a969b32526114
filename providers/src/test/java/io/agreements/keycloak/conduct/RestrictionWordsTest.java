package io.agreements.keycloak.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.page.MessageFiles;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ground has words for users. */
final class RestrictionWordsTest {

    @ParameterizedTest
    @MethodSource("io.agreements.keycloak.page.MessageFiles#languages")
    void everyGroundHasWords(String language) {
        Properties words = MessageFiles.wordsIn(language);
        for (RestrictionGround ground : RestrictionGround.values()) {
            assertThat(words.getProperty("restrictionGround." + ground))
                    .as(ground.name())
                    .isNotBlank();
        }
    }
}
