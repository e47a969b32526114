package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.flow.questioning.AnswerBuilder.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.ShownClause;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTest {

    @Test
    void aPageThatWasOnlyOpenedSaysNothing() {
        Answer opened = answer().build();

        assertThat(opened.presentation()).isNull();
        assertThat(opened.decision()).isNull();
        assertThat(opened.isTicked(required("terms").build())).isFalse();
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

        assertThat(ticked.isTicked(required("terms").build())).isTrue();
        assertThat(ticked.isTicked(required("news").build())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "true", "on", "Accepted", " accepted"})
    void aBoxIsTickedByItsOwnValueAlone(String value) {
        assertThat(answer().field("agreement-terms", value)
                        .build()
                        .isTicked(required("terms").build()))
                .isFalse();
    }

    @Test
    void whatIsOnlyToBeTakenNoteOfIsNotAcceptedAndTheOtherWayRound() {
        Answer accepting = answer().field("agreement-privacy", "accepted").build();
        Answer acknowledging =
                answer().field("agreement-privacy", "acknowledged").build();

        assertThat(accepting.isTicked(acknowledgement("privacy").build())).isFalse();
        assertThat(accepting.isTicked(required("privacy").build())).isTrue();
        assertThat(acknowledging.isTicked(acknowledgement("privacy").build())).isTrue();
        assertThat(acknowledging.isTicked(required("privacy").build())).isFalse();
    }

    @Test
    void aBoxThatIsSentTwiceIsNotTicked() {
        Answer contradicting = answer().ticked("terms").build();
        contradicting.form().add("agreement-terms", "false");

        assertThat(contradicting.isTicked(required("terms").build())).isFalse();
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

        assertThat(read.isTicked(required("terms").build())).isFalse();
        assertThat(read.isTicked(required("terms-end").build())).isFalse();
        assertThat(answer().scripted().ticked("terms-end").build().endReached("terms"))
                .isFalse();
    }

    @Test
    void aScriptTellsWhichClausesCameIntoView() {
        assertThat(attention(answer().scripted().seen("terms", "1 3").build())).containsExactly(true, false, true);
        assertThat(attention(answer().scripted().seen("terms", "").build())).containsExactly(false, false, false);
        assertThat(attention(answer().scripted().seen("news", "1 2 3").build())).containsExactly(false, false, false);
        assertThat(attention(answer().seen("terms", "1 2 3").build())).containsExactly(null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 4 25 26 99 100",
                "-1 +1 01 1.0 1e0 0x1 ١ １ ①",
                "1,2,3",
                "1\t2\n3",
                "true",
                "null",
                "[1,2,3]",
                "99999999999999999999",
                "<script>1</script>",
                "deadbeef",
            })
    void noClauseIsSeenByAnythingElse(String field) {
        assertThat(attention(answer().scripted().seen("terms", field).build())).containsExactly(false, false, false);
    }

    @Test
    void amongWhateverElseStandsThereTheNumbersCountOnce() {
        assertThat(attention(answer().scripted().seen("terms", " 3  x 3 2-1 3").build()))
                .containsExactly(false, false, true);
        assertThat(answer().scripted()
                        .seen("terms", "3 1 3 77")
                        .build()
                        .seen("terms")
                        .field())
                .isEqualTo("1 3");
    }

    @Test
    void aFieldThatIsLongerThanAllNumbersSaysNothing() {
        String all = IntStream.rangeClosed(1, 25).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertThat(attention(answer().scripted().seen("terms", all).build())).containsExactly(true, true, true);
        assertThat(attention(answer().scripted()
                        .seen("terms", "1 ".repeat(1_000_000))
                        .build()))
                .containsExactly(false, false, false);
    }

    private static List<Boolean> attention(Answer answer) {
        List<ShownClause> clauses = answer.attention("terms", List.of("one", "two", "three"));
        assertThat(clauses).extracting(ShownClause::digest).containsExactly("one", "two", "three");
        return clauses.stream().map(ShownClause::inView).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement-terms",
                "agreement-terms.end",
                "agreement-terms.seen",
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
