package io.agreements.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalJsonTest {

    private static final long LARGEST = (1L << 53) - 1;

    @Test
    void fieldsAreInTheOrderOfTheirNamesWithoutBlanks() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("b", List.of(1, "two", Map.of("c", true)));
        fields.put("a", LARGEST);
        fields.put("B", -LARGEST);

        assertThat(written(fields))
                .isEqualTo("{\"B\":-9007199254740991,\"a\":9007199254740991,\"b\":[1,\"two\",{\"c\":true}]}");
    }

    /** The names of RFC 8785, section 3.2.3: by UTF-16, so that what is beyond the basic plane comes before some that is in it. */
    @Test
    void namesAreOrderedAsTheStandardSays() {
        Map<String, Object> fields = new HashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            fields.put(name, 0);
        }

        assertThat(written(fields))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void wordsAreAsTheyAreButForWhatJsonDoesNotAllow() {
        assertThat(written(Map.of("a", "张三 \"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028😀")))
                .isEqualTo("{\"a\":\"张三 \\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028😀\"}");
    }

    @Test
    void whatIsNullIsLeftOut() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("a", null);

        assertThat(written(fields)).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGEST + 1, -LARGEST - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void anIntegerThatNotEveryReaderKeepsIsRefused(long number) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("a", number)));
    }

    @Test
    void whatIsNeitherWordsNorIntegersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("a", 0.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("a", new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"a\":null}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{\"a\":NaN}",
                "{\"a\":1",
                "{\"a\":\"1}",
                "{\"a\":1}}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {}",
                "{\"a\":\"\\"
            })
    void writtenJsonThatCouldBeReadInTwoWaysIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("details", new PlainJson(json))));
    }

    @Test
    void writtenJsonThatIsDeepOrLongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlainJson("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .withMessageContaining("deeper");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlainJson("{\"a\":\"" + "x".repeat(1 << 20) + "\"}"))
                .withMessageContaining("longer");
    }

    @Test
    void writtenJsonIsPutInOrder() {
        assertThat(written(Map.of(
                        "details",
                        new PlainJson("{ \"b\" : [ true, {\"y\":\"\\u5f20 }]1.5\",\"x\":-7} ],\n\"a\":0 }"))))
                .isEqualTo("{\"details\":{\"a\":0,\"b\":[true,{\"x\":-7,\"y\":\"张 }]1.5\"}]}}");
    }

    private static String written(Map<String, ?> fields) {
        return new String(CanonicalJson.of(fields), StandardCharsets.UTF_8);
    }
}
