package io.agreements.keycloak.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Neither the harness nor a test waits for ever. What JUnit's own time limit can interrupt is left to that. */
final class BoundedWaitsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.agreements.keycloak");

    @Test
    void httpIsSpokenInOnePlaceThatKnowsATimeLimit() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(BoundedHttp.class)
                .should()
                .callMethod(HttpClient.class, "newHttpClient")
                .orShould()
                .callMethod(HttpClient.class, "newBuilder"));
    }

    @Test
    void processesAreNotWaitedForWithoutLimit() {
        check(noClasses().should().callMethod(Process.class, "waitFor"));
        check(noClasses().should().callMethod(CompletableFuture.class, "join"));
    }

    @Test
    void locksOfFilesAreNotWaitedFor() {
        check(noClasses().should().callMethod(FileChannel.class, "lock"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
