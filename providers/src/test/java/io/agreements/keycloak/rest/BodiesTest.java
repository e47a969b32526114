package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.rest.user.MyDecisionRepresentation;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.services.util.ObjectMapperResolver;
import org.keycloak.util.JsonSerialization;

/** What the REST interfaces read, wherever a value of a fixed set stands in it. */
final class BodiesTest {

    /** As the server has it. */
    private static final ObjectMapper JSON = ObjectMapperResolver.createStreamSerializer();

    static Set<Class<?>> valuesThatAreRead() {
        return bodies().flatMap(BodiesTest::enumsIn).collect(Collectors.toSet());
    }

    static Stream<Class<?>> recordsThatAreRead() {
        return bodies().filter(Class::isRecord).distinct();
    }

    private static Stream<Class<?>> bodies() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.agreements.keycloak.rest")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(BodiesTest::takesABody)
                        .flatMap(method -> Arrays.stream(method.getParameterTypes()));
    }

    @Test
    void theDecisionOfAUserIsOneOfThem() {
        assertThat(valuesThatAreRead())
                .extracting(Class::getSimpleName)
                .contains("Decision", "Requirement", "AcceptanceMode", "Type");
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreRead")
    void itGoesByItsNameAndNeverByItsPosition(Class<?> values) throws IOException {
        for (Object value : values.getEnumConstants()) {
            assertThat((Object) JsonSerialization.readValue("\"" + value + "\"", values))
                    .isEqualTo(value);
        }
        for (String position : new String[] {"0", "\"0\"", "1.0", "true", "\"\""}) {
            assertThatThrownBy(() -> JsonSerialization.readValue(position, values))
                    .as("%s for %s", position, values)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("recordsThatAreRead")
    void aFieldHasAValueOfItsOwnKindAndHasItOnce(Class<?> type) throws IOException {
        for (RecordComponent field : type.getRecordComponents()) {
            for (String value : ofOtherKinds(field.getType())) {
                String body = "{\"%s\": %s}".formatted(field.getName(), value);
                assertThatExceptionOfType(JsonProcessingException.class)
                        .as("%s for %s", body, type)
                        .isThrownBy(() -> read(body, type));
            }
            String none = "\"%s\": null".formatted(field.getName());
            assertThat((Object) JSON.readValue("{" + none + "}", type)).isNotNull();
            for (String ambiguous : List.of("{%s, %s}", "{%s} {%s}", "{%s} 7")) {
                String body = ambiguous.formatted(none, none);
                assertThatExceptionOfType(JsonProcessingException.class)
                        .as("%s for %s", body, type)
                        .isThrownBy(() -> read(body, type));
            }
        }
    }

    @Test
    void whatIsSentWithoutThatIsReadAsItStands() throws IOException {
        String shown = "\"version\": 1, \"locale\": \"en\", \"digest\": \"71\"";

        assertThat(JSON.readValue("{\"decision\": \"ACCEPTED\", " + shown + "}\n", MyDecisionRepresentation.class))
                .isEqualTo(new MyDecisionRepresentation(Decision.ACCEPTED, 1, "en", "71", null, null));
        assertThatThrownBy(() -> read(
                        "{\"decision\": \"ACCEPTED\", " + shown + ", \"decision\": \"DECLINED\"}",
                        MyDecisionRepresentation.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("decision");
    }

    /** As {@link SentJson} reads it, which every such type names; what that throws is turned into an answer there. */
    private static Object read(String body, Class<?> type) throws IOException {
        assertThat(type.getAnnotation(JsonDeserialize.class)).as(type.getName()).isNotNull();
        assertThat(type.getAnnotation(JsonDeserialize.class).using()).isEqualTo(SentJson.class);
        return SentJson.read(JSON.createParser(body), type);
    }

    /** In JSON; none for what has fields of its own. */
    private static List<String> ofOtherKinds(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return List.of("1.0", "1.9", "\"1\"", "\" 1 \"", "\"\"", "true", "[1]");
        }
        if (type == Boolean.class) {
            return List.of("0", "1", "1.5", "\"true\"", "\"\"", "[true]");
        }
        return type == String.class ? List.of("1", "1.5", "true", "[\"1\"]") : List.of();
    }

    private static boolean takesABody(Method method) {
        return Stream.of(POST.class, PUT.class, PATCH.class).anyMatch(method::isAnnotationPresent);
    }

    private static Stream<Class<?>> enumsIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(BodiesTest::enumsIn);
        }
        if (!(type instanceof Class<?> plain)) {
            return Stream.empty();
        }
        if (plain.isEnum()) {
            return Stream.of(plain);
        }
        return plain.isRecord()
                ? Arrays.stream(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(BodiesTest::enumsIn)
                : Stream.empty();
    }
}
