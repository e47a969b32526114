package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list that comes with the sample realm does what its comments say. */
final class SampleWordListTest {

    private static final Path FILE = Path.of("..", "realm-config", "prohibited-words.txt");

    private WordList list;

    @BeforeEach
    void read() throws IOException {
        list = WordListReader.read(Files.readAllBytes(FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "placeholderword",
                "my PLACEHOLDERWORD",
                "ｐｌａｃｅｈｏｌｄｅｒｗｏｒｄ",
                "samplestarting",
                "asampleend",
                "asamplemiddleb",
                "a Sample Phrase",
                "这是示例禁用词",
                "示例禁用詞",
                "示范词语"
            })
    void refusesWhatIsOnIt(String text) {
        assertThat(isProhibited(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"placeholderwords", "sample", "phrase sample", "Samplestartville", "示例禁用词典", "Ann Example", "张三"
            })
    void letsPassWhatIsNot(String text) {
        assertThat(isProhibited(text)).isFalse();
    }

    @Test
    void hasNothingThatSomebodyWouldBeCalledInTheSamples() {
        assertThat(isProhibited("demo@pop800.example")).isFalse();
    }

    private boolean isProhibited(String text) {
        return WordList.prohibit(List.of(list), text);
    }
}
