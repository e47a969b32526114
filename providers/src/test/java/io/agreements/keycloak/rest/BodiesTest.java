package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.util.JsonSerialization;

/** What the REST interfaces read, wherever a value of a fixed set stands in it. */
final class BodiesTest {

    static Set<Class<?>> valuesThatAreRead() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.agreements.keycloak.rest")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(BodiesTest::takesABody)
                        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                        .flatMap(BodiesTest::enumsIn)
                        .collect(Collectors.toSet());
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
