package io.agreements.keycloak.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "协议", "line\r\n line \n", "in the middle \uFEFF of it"})
    void aTextIsReadInUtf8AsItIs(String text) {
        assertThat(decoded(text)).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(decoded("\uFEFF## 第一条")).isEqualTo("## 第一条");
        assertThat(decoded("\uFEFF")).isEmpty();
    }

    @Test
    void aSecondMarkIsPartOfIt() {
        assertThat(decoded("\uFEFF\uFEFFtext")).isEqualTo("\uFEFFtext");
    }

    private static String decoded(String text) {
        return TextBytes.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
