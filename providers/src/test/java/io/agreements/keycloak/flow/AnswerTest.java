package io.agreements.keycloak.flow;

import static io.agreements.keycloak.flow.AnswerBuilder.answer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnswerTest {

    @Test
    void aPageThatWasOnlyOpenedSaysNothing() {
        Answer opened = answer().build();

        assertThat(opened.presentation()).isNull();
        assertThat(opened.decision()).isNull();
        assertThat(opened.isTicked("terms")).isFalse();
        assertThat(opened.endReached("terms")).isNull();
    }

    @Test
    void itSaysWhichPageIsAnsweredAndHow() {
        Answer pressed =
                answer().to("page").field("agreements-decision", "decline").build();

        assertThat(pressed.presentation()).isEqualTo("page");
        assertThat(pressed.decision()).isEqualTo("decline");
    }

    @Test
    void eachAgreementHasABoxOfItsOwn() {
        Answer ticked = answer().ticked("terms").build();

        assertThat(ticked.isTicked("terms")).isTrue();
        assertThat(ticked.isTicked("news")).isFalse();
    }

    @Test
    void onlyAScriptCanTellWhetherTheEndWasReached() {
        assertThat(answer().scripted().endReached("terms").build().endReached("terms"))
                .isTrue();
        assertThat(answer().scripted().endReached("news").build().endReached("terms"))
                .isFalse();
        assertThat(answer().field("agreement-terms-end", "").build().endReached("terms"))
                .isNull();
        assertThat(answer().endReached("terms").build().endReached("terms")).isNull();
    }
}
