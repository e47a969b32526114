package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.flow.questioning.AnswerBuilder.answer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "true", "on", "Accepted", " accepted"})
    void aBoxIsTickedByItsOwnValueAlone(String value) {
        assertThat(answer().field("agreement-terms", value).build().isTicked("terms"))
                .isFalse();
    }

    @Test
    void aBoxThatIsSentTwiceIsNotTicked() {
        Answer contradicting = answer().ticked("terms").build();
        contradicting.form().add("agreement-terms", "false");

        assertThat(contradicting.isTicked("terms")).isFalse();
    }

    @Test
    void twoButtonsAreNoDecision() {
        Answer contradicting = answer().field("agreements-decision", "accept").build();
        contradicting.form().add("agreements-decision", "decline");

        assertThat(contradicting.decision()).isNull();
    }

    @Test
    void onlyAScriptCanTellWhetherTheEndWasReached() {
        assertThat(answer().scripted().endReached("terms").build().endReached("terms"))
                .isTrue();
        assertThat(answer().scripted().endReached("news").build().endReached("terms"))
                .isFalse();
        assertThat(answer().field("agreement-terms.end", "").build().endReached("terms"))
                .isNull();
        assertThat(answer().endReached("terms").build().endReached("terms")).isNull();
    }

    @Test
    void theEndOfOneAgreementIsNotTheBoxOfAnother() {
        Answer read = answer().scripted().endReached("terms").build();

        assertThat(read.isTicked("terms")).isFalse();
        assertThat(read.isTicked("terms-end")).isFalse();
        assertThat(answer().scripted().ticked("terms-end").build().endReached("terms"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement-terms",
                "agreement-terms.end",
                "agreements-decision",
                "agreements-presentation",
                "agreements-scripted",
            })
    void ourFieldsAreKnownByTheirNames(String name) {
        assertThat(Answer.isField(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agreement", "agreements", "agreementNumber", "agreementsSigned", "my-agreement-terms"})
    void fieldsOfOthersAreLeftToThem(String name) {
        assertThat(Answer.isField(name)).isFalse();
    }
}
