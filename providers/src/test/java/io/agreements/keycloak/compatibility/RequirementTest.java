package io.agreements.keycloak.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementTest {

    private static final String BASE = """
            //Base
            package server;
            public abstract class Base {
                public static String name = "";
                public String greet(String whom) { return whom; }
            }
            """;
    private static final String STAGE = """
            //Stage
            package server;
            public class Stage extends Base {
                public void play(int times) {}
                protected void rest() {}
            }
            """;
    private static final String HOOK = """
            //Hook
            package server;
            public interface Hook {
                void called();
                default void warned() {}
            }
            """;
    private static final String PRODUCT = """
            //Product
            package io.agreements.keycloak;
            public final class Product extends server.Stage implements server.Hook {
                public void called() { play(2); greet(server.Base.name); }
                public void warned() {}
            }
            """;

    @TempDir
    private Path directory;

    private Compiled product;
    private Set<Requirement> requirements;

    @BeforeEach
    void findWhatTheProductRequires() throws IOException {
        Compiled server = Compiled.of(directory, List.of(), BASE, STAGE, HOOK);
        product = Compiled.of(directory, List.of(server), PRODUCT);
        requirements = RequirementsFile.find(product.directory(), Compiled.classFiles(product, server));
    }

    @Test
    void nothingIsMissingWhereItWasCompiled() throws IOException {
        assertThat(missingIn(BASE, STAGE, HOOK)).isEmpty();
    }

    @Test
    void whatIsRequiredSurvivesBeingWritten() {
        assertThat(requirements)
                .isNotEmpty()
                .allSatisfy(requirement ->
                        assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement));
    }

    @Test
    void aMethodMayMoveUpToASupertype() throws IOException {
        String richer = BASE.replace("}\n}", "}\n public void play(int times) {}\n}");
        assertThat(missingIn(richer, STAGE.replace("public void play(int times) {}", ""), HOOK))
                .isEmpty();
    }

    @Test
    void aClassThatIsGoneIsNamedWithItsMembers() throws IOException {
        assertThat(missingIn(BASE, STAGE))
                .contains(
                        "class server.Hook",
                        "method overridden by io.agreements.keycloak.Product.called()V",
                        "method overridden by io.agreements.keycloak.Product.warned()V");
    }

    @Test
    void aMethodWithOtherParametersIsNamed() throws IOException {
        assertThat(missingIn(BASE, STAGE.replace("int times", "long times"), HOOK))
                .containsExactly("method io.agreements.keycloak.Product.play(I)V");
    }

    @Test
    void aMethodNobodyElseMayCallIsNamed() throws IOException {
        assertThat(missingIn(BASE, STAGE.replace("public void play", "private void play"), HOOK))
                .containsExactly("method io.agreements.keycloak.Product.play(I)V");
    }

    @Test
    void aFieldThatIsGoneIsNamed() throws IOException {
        assertThat(missingIn(BASE.replace("String name", "String title"), STAGE, HOOK))
                .containsExactly("field server.Base.name");
    }

    @Test
    void aMethodNobodyWouldCallAnyMoreIsNamed() throws IOException {
        assertThat(missingIn(BASE, STAGE, HOOK.replace("warned()", "cautioned()")))
                .containsExactly("method overridden by io.agreements.keycloak.Product.warned()V");
    }

    @Test
    void aNewMethodTheProductShouldHaveIsNamed() throws IOException {
        assertThat(missingIn(BASE, STAGE, HOOK.replace("void called();", "void called();\n void closed();")))
                .containsExactly("implementation of server.Hook.closed()V in io.agreements.keycloak.Product");
    }

    @Test
    void aNewMethodTheServerImplementsIsNot() throws IOException {
        String stage = STAGE.replace("protected void rest() {}", "public void closed() {}");
        assertThat(missingIn(BASE, stage, HOOK.replace("void called();", "void called();\n void closed();")))
                .isEmpty();
    }

    private List<String> missingIn(String... server) throws IOException {
        ClassFiles classes = Compiled.classFiles(product, Compiled.of(directory, List.of(), server));
        return requirements.stream()
                .flatMap(requirement -> requirement.missing(classes))
                .toList();
    }
}
