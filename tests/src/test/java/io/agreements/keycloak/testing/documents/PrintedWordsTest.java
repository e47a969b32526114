package io.agreements.keycloak.testing.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrintedWordsTest {

    @Test
    void otherLinesSpacesAndPortsMayDifferAndDotsStandForAnything() {
        PrintedWords words = new PrintedWords("Log   http://localhost:8080/x\n  id …, done\n");

        assertThatCode(() -> words.assertIn("Hello\nLog http://localhost:41000/x\n\nid 12, done\n", "x.md:1"))
                .doesNotThrowAnyException();
    }

    @Test
    void aLineThatIsMissingOrOutOfOrderIsAFailure() {
        PrintedWords words = new PrintedWords("one\ntwo\n");

        assertThatThrownBy(() -> words.assertIn("one\n", "x.md:1")).hasMessageContaining("two");
        assertThatThrownBy(() -> words.assertIn("two\none\n", "x.md:1")).hasMessageContaining("x.md:1");
    }
}
