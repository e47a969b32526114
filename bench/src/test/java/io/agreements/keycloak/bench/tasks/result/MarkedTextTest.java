package io.agreements.keycloak.bench.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkedTextTest {
    private static final MarkedText TEXT = new MarkedText("""
            Before

            <!-- numbers: written by a program -->

            old

            <!-- end of numbers -->

            After
            """);

    @Test
    void whatStandsBetweenTheCommentsIsReplaced() {
        assertThat(TEXT.with("numbers", "new").text()).isEqualTo(TEXT.text().replace("old", "new"));
    }

    @Test
    void withoutAPlaceNothingIsWritten() {
        assertThatThrownBy(() -> TEXT.with("others", "new")).hasMessage("The document has no place for others");
        MarkedText open = new MarkedText("<!-- numbers: written by a program -->");
        assertThatThrownBy(() -> open.with("numbers", "new")).hasMessage("The document has no place for numbers");
    }
}
