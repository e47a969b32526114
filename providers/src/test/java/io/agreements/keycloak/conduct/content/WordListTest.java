package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordListTest {

    private static final WordList LIST =
            list("# from the editors", "swindle", "赌博", "法会", "cock", "penis", "grand fraud");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swindle",
                "SWINDLE",
                "a Swindle, they say",
                "ｓｗｉｎｄｌｅ",
                "Ｓｗｉｎｄｌｅ",
                "s w i n d l e",
                "s  w  i  n  dle",
                "s.w.i.n.d.l.e",
                "s-w-i-n-d-l-e",
                "swin_dle",
                "swin*dle",
                "s\u200bw\u200bi\u200bn\u200bd\u200bl\u200be",
                "swin\u00addle",
                "swin\u2060dle",
                "ѕwіndlе",
                "SWΙNDLΕ",
                "ꜱwindle",
                "𝓼𝔀𝓲𝓷𝓭𝓵𝓮",
                "ⓢⓦⓘⓝⓓⓛⓔ",
                "swíndlé",
                "s\u0336w\u0336i\u0336n\u0336d\u0336l\u0336e\u0336",
                "5w1nd13",
                "$windle",
                "sw!ndle",
                "sw|ndle",
                "swindIe",
                "xx_swindle_xx",
                "swindle99",
                "我是swindle啊",
                "swin'dle",
                "赌博",
                "賭博",
                "我爱赌博",
                "赌 博",
                "赌\u3000博",
                "赌*博",
                "赌。博",
                "赌\u200b博",
                "賭-博",
                "赌\ufe0f博",
                "法會",
                "grand fraud",
                "grandfraud",
                "GRAND-FRAUD",
            })
    void aProhibitedWordIsFoundHoweverItIsWritten(String text) {
        assertThat(prohibits(LIST, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "swindler",
                "nonswindle",
                "the pen is mightier",
                "pen is",
                "peacock",
                "Hancock",
                "cocktail",
                "Babcock",
                "赌",
                "博弈",
                "博赌",
                "grand",
                "a fraud, grand",
                "法律会议",
                "王小明",
                "José",
                "O'Brien",
                "let's win dlers",
            })
    void otherWordsAreNotTakenForIt(String text) {
        assertThat(prohibits(LIST, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*swindle*, nonswindler, true",
        "*swindle, nonswindle, true",
        "*swindle, swindler, false",
        "swindle*, swindlers, true",
        "swindle*, nonswindle, false",
    })
    void aStarSaysAtWhichSideAWordMayGoOn(String entry, String text, boolean prohibited) {
        assertThat(prohibits(list(entry), text)).isEqualTo(prohibited);
    }

    @Test
    void anAllowedWordExcusesTheProhibitedOneInItAndNoOther() {
        WordList list = list("赌博", "*cock*", "!赌博史", "!Hancock");

        assertThat(prohibits(list, "Hancock")).isFalse();
        assertThat(prohibits(list, "HANCOCK")).isFalse();
        assertThat(prohibits(list, "他研究賭博史")).isFalse();
        assertThat(prohibits(list, "他研究赌博史，也赌博")).isTrue();
        assertThat(prohibits(list, "Hancocks")).isTrue();
    }

    @Test
    void whatOneListAllowsExcusesWhatTheOtherProhibits() {
        WordList server = list("cock");
        WordList realm = list("!Cock and Bull");

        assertThat(WordList.prohibit(List.of(server, realm), "The Cock and Bull"))
                .isFalse();
        assertThat(WordList.prohibit(List.of(server), "The Cock and Bull")).isTrue();
    }

    @Test
    void aListFullOfWordsWithinOneAnotherCostsNoMoreThanItsText() {
        String lines = IntStream.rangeClosed(2, 97)
                .mapToObj(length -> "*" + "x".repeat(length) + "*\n!*" + "x".repeat(length) + "*")
                .collect(Collectors.joining("\n"));
        WordList list = list(lines.replace("!*" + "x".repeat(97) + "*", "# none as long"));

        assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(prohibits(list, "x".repeat(10_000))).isTrue();
            assertThat(prohibits(list, "x".repeat(96))).isFalse();
        });
    }

    @Test
    void digitsAreAWordOfTheirOwn() {
        WordList list = list("8964");

        assertThat(prohibits(list, "8964")).isTrue();
        assertThat(prohibits(list, "user8964")).isTrue();
        assertThat(prohibits(list, "８９６４")).isTrue();
        assertThat(prohibits(list, "13889640001")).isFalse();
    }

    @Test
    void nothingIsProhibitedByNoWord() {
        assertThat(prohibits(WordList.EMPTY, "swindle")).isFalse();
        assertThat(prohibits(list("", "# only a comment"), "swindle")).isFalse();
    }

    @Test
    void aListIsReadWhateverItsLineEndsAndItsBeginning() {
        WordList list = WordListReader.read("\ufeffone\r\ntwo\rthree\n\n  four  ".getBytes(StandardCharsets.UTF_8));

        assertThat(list.entries()).isEqualTo(4);
        assertThat(prohibits(list, "one")).isTrue();
        assertThat(prohibits(list, "four")).isTrue();
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        assertThatThrownBy(() -> list("fine", "***")).hasMessage("Line 2 has no letter or digit.");
        assertThatThrownBy(() -> list("x")).hasMessage("Line 1 is a single letter; there have to be 2.");
        assertThatThrownBy(() -> list("fine", "", "y".repeat(101)))
                .hasMessage("Line 3 has 101 characters; there is room for 100.");
        assertThatThrownBy(() -> WordListReader.read(new byte[] {(byte) 0xff}))
                .hasMessage("The list is not written in UTF-8.");
        assertThatThrownBy(() -> WordListReader.read(new byte[2 * 1024 * 1024 + 1]))
                .hasMessageContaining("there is room for 2097152");
        assertThatThrownBy(() -> WordListReader.read("ab\n".repeat(100_001).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("100001 words");
    }

    private static WordList list(String... lines) {
        return WordListReader.read(String.join("\n", Arrays.asList(lines)).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean prohibits(WordList list, String text) {
        return WordList.prohibit(List.of(list), text);
    }
}
