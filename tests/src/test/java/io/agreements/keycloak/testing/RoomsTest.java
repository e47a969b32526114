package io.agreements.keycloak.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where integration tests stand. */
final class RoomsTest {
    private static final int MOST = 20;

    @Test
    void aRoomOfTestsNeedsNoOtherAndWhatSetsUpNeedsNone() {
        slices().matching("io.agreements.keycloak.tests.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.agreements.keycloak.tests.fixture.."))
                .check(new ClassFileImporter().importPackages("io.agreements.keycloak.tests"));
    }

    @Test
    void noRoomIsFull() throws IOException {
        try (Stream<Path> directories = Files.walk(Path.of("src/test"))) {
            assertThat(directories.filter(Files::isDirectory))
                    .allSatisfy(directory -> assertThat(javaFiles(directory))
                            .as(directory.toString())
                            .hasSizeLessThanOrEqualTo(MOST));
        }
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
