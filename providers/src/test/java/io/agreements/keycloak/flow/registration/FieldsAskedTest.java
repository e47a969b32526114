package io.agreements.keycloak.flow.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class FieldsAskedTest {

    private final RealmModel realm = Realms.named("pop800");

    @ParameterizedTest
    @CsvSource({"folded, FOLDED", "shown, SHOWN", "later, LATER"})
    void theRealmSaysWhenItAsksForWhatIsNotNecessary(String word, FieldsAsked asked) {
        realm.setAttribute(FieldsAsked.ATTRIBUTE, word);

        assertThat(FieldsAsked.of(realm)).isEqualTo(asked);
        assertThat(asked.word()).isEqualTo(word);
    }

    @Test
    void aRealmThatSaysNothingHasItFolded() {
        assertThat(FieldsAsked.of(realm)).isEqualTo(FieldsAsked.FOLDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LATER", "never", "later "})
    void aWordThatIsNoneHasItFolded(String word) {
        realm.setAttribute(FieldsAsked.ATTRIBUTE, word);

        assertThat(FieldsAsked.of(realm)).isEqualTo(FieldsAsked.FOLDED);
    }
}
