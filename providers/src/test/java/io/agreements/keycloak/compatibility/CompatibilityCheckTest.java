package io.agreements.keycloak.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CompatibilityCheckTest {

    private static final SupportedVersions SUPPORTED =
            new SupportedVersions(new KeycloakVersion(26, 6, 4), new KeycloakVersion(26, 7, 5));

    @Test
    void aServerThatLacksSomethingDoesNotStart() {
        Compatibility compatibility = new Compatibility(SUPPORTED, "26.5.6", List.of("field a.B.C", "method a.B.d()V"));

        assertThatThrownBy(() -> CompatibilityCheck.judge(compatibility, false))
                .hasMessageContainingAll(
                        "supported is Keycloak 26.6.4 to 26.7.5",
                        "this is 26.5.6",
                        "field a.B.C",
                        "method a.B.d()V",
                        "does not start",
                        "--spi-agreement-compatibility--keycloak--start-anyway=true");
    }

    @Test
    void notEvenASupportedOne() {
        Compatibility compatibility = new Compatibility(SUPPORTED, "26.7.5", List.of("field a.B.C"));

        assertThatThrownBy(() -> CompatibilityCheck.judge(compatibility, false))
                .isInstanceOf(UnfitKeycloakException.class);
    }

    @Test
    void itStartsAnywayIfTheOperatorSaysSo() {
        Compatibility compatibility = new Compatibility(SUPPORTED, "26.5.6", List.of("field a.B.C"));

        assertThatCode(() -> CompatibilityCheck.judge(compatibility, true)).doesNotThrowAnyException();
    }

    @Test
    void oneThatHasAllStartsWhateverItsVersion() {
        Compatibility compatibility = new Compatibility(SUPPORTED, "26.8.0", List.of());

        assertThatCode(() -> CompatibilityCheck.judge(compatibility, false)).doesNotThrowAnyException();
    }

    @Test
    void theFirstFewAreNamedAndTheOthersCounted() {
        List<String> missing =
                IntStream.rangeClosed(1, 7).mapToObj(n -> "class a.B" + n).toList();

        assertThat(new Compatibility(SUPPORTED, "26.5.6", missing).gaps())
                .contains("a.B5", "and 2 more")
                .doesNotContain("a.B6");
    }

    @Test
    void theProductKnowsWhatItRequiresAndFindsItInTheKeycloakItIsCompiledFor() {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(RequirementsFile.read(loader))
                .hasSizeGreaterThan(500)
                .anySatisfy(requirement -> assertThat(requirement.owner()).startsWith("org/keycloak/services/"))
                .noneSatisfy(requirement -> assertThat(requirement.owner()).startsWith("org/commonmark/"));
        assertThat(Compatibility.find(loader, "26.7.4").missing()).isEmpty();
    }
}
