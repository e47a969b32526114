package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.ledger.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends a body that does not fit is told which field, and what it has to be. */
final class SentFaultTest {

    private static final JsonMapper JSON = new JsonMapper();

    record Sent(Decision decision, Integer number, Boolean flag, String words, List<Part> parts) {}

    record Part(Long moment) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\": \"2\"} | number must be a whole number.",
                "{\"number\": 1.5} | number must be a whole number.",
                "{\"flag\": \"yes\"} | flag must be true or false.",
                "{\"words\": 7} | words must be a string.",
                "{\"parts\": 7} | parts must be a list.",
                "{\"parts\": [{}, 7]} | parts[1] must be a JSON object.",
                "{\"parts\": [{\"moment\": \"2027\"}]} | parts[0].moment must be a whole number.",
                "{\"decision\": \"accepted\"} | decision must be one of ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN.",
                "{\"surprise\": 1} | There is no field surprise.",
                "{\"parts\": [{\"surprise\": 1}]} | There is no field parts[0].surprise.",
                "{\"number\": 1, \"number\": 2} | number is there more than once.",
                "{} {} | There is something behind the JSON object.",
                "[] | The body must be a JSON object.",
                "7 | The body must be a JSON object."
            })
    void itIsNamed(String body, String words) {
        assertThat(wordsFor(body)).isEqualTo(words);
    }

    @Test
    void whereABodyIsNoJsonIsTold() {
        assertThat(wordsFor("{\n  \"number\": what}")).startsWith("The body is not JSON: line 2, column ");
        assertThat(wordsFor("{")).startsWith("The body is not JSON: line 1, column ");
    }

    @Test
    void aLongNameIsCutAndItsLineEndsAreNone() {
        String words = wordsFor("{\"" + "a\\n".repeat(500) + "\": 1}");

        assertThat(words).hasSizeLessThan(200).doesNotContain("\n");
    }

    private static String wordsFor(String body) {
        return SentFault.words(catchThrowableOfType(
                JsonProcessingException.class, () -> SentJson.read(JSON.createParser(body), Sent.class)));
    }
}
