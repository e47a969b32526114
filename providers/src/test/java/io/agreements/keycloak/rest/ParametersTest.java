package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in an address is named. */
final class ParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", " 1", "0x1", "99999999999999999999", "１", "-", "+1", "1e3", "null"})
    void whatIsNoNumberIsNamed(String value) {
        assertRefused("version", new Said("version", value)::number);
        assertRefused("from", new Said("from", value)::millis);
        assertRefused("first", () -> Paging.said(value, null, ""));
        assertRefused("max", () -> Paging.said(null, value, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "on", " true"})
    void whatIsNeitherYesNorNoIsNamed(String value) {
        assertRefused("overwrite", new Said("overwrite", value)::flag);
    }

    @Test
    void whatIsSaidIsRead() {
        assertThat(Parameters.number("first", "12")).isEqualTo(12);
        assertThat(Parameters.number("first", "-1")).isEqualTo(-1);
        assertThat(Parameters.millis("from", "1764403200000")).isEqualTo(1_764_403_200_000L);
        assertThat(Parameters.flag("overwrite", "true")).isTrue();
        assertThat(Parameters.flag("overwrite", "false")).isFalse();
        assertThat(Paging.of("5", "7")).isEqualTo(new Paging(5, 7));
    }

    @Test
    void whatIsLeftOutIsNone() {
        for (String value : new String[] {null, ""}) {
            assertThat(Parameters.number("first", value)).isNull();
            assertThat(Parameters.millis("from", value)).isNull();
            assertThat(Parameters.flag("overwrite", value)).isNull();
            assertThat(Paging.of(value, value)).isEqualTo(new Paging(0, 100));
        }
    }

    @Test
    void aLongListIsGoneOnWithBehindARowAndNotCountedThrough() {
        assertThat(Keyset.said("10000", null, null, String::valueOf)).isEqualTo(new Keyset<>(10_000, null, 100));
        assertThat(Keyset.said(null, "row", "7", String::valueOf)).isEqualTo(new Keyset<>(0, "row", 7));
        assertThat(Keyset.said("", "", "", String::valueOf)).isEqualTo(new Keyset<>(0, null, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keyset.said("10001", null, null, String::valueOf))
                .withMessageContaining("first must not be more than 10000")
                .withMessageContaining("after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keyset.said("1", "row", null, String::valueOf))
                .withMessageContaining("not both");
        assertRefused("after", () -> Keyset.said(null, "x".repeat(2_001), null, String::valueOf));
    }

    @Test
    void noParameterIsReadByJaxRs() {
        List<String> read = new ArrayList<>();
        int found = 0;
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.agreements.keycloak.rest")) {
            for (JavaMethod method : resource.getMethods()) {
                for (JavaParameter parameter : method.getParameters()) {
                    if (parameter.isAnnotatedWith(QueryParam.class)) {
                        found++;
                        JavaClass type = parameter.getRawType();
                        if (!type.isEquivalentTo(String.class) && !type.isEquivalentTo(List.class)) {
                            read.add(method.getFullName() + ": " + parameter);
                        }
                    }
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(read).isEmpty();
    }

    private static void assertRefused(String name, Supplier<?> reading) {
        assertThatIllegalArgumentException().isThrownBy(reading::get).withMessageStartingWith(name + " must be ");
    }
}
