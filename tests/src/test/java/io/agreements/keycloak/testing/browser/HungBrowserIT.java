package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.agreements.keycloak.testing.WithKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** A run of tests whose browser stops answering in the middle goes on with another. */
final class HungBrowserIT {

    @Test
    void theTestKeepsItsResultAndTheNextOnesHaveAnotherBrowser() {
        TestExecutionSummary summary = run(Hanging.class);

        assertThat(summary.getFailures().stream().map(Failure::getException)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(3);
        assertThat(Hanging.STOPPED).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    /** In a session of its own, so with a browser of its own. */
    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(alone)) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .configurationParameter("browser.patience.seconds", "10")
                                    .build(),
                            summary);
        }
        return summary.getSummary();
    }

    /** Not of the suite: its browser hangs after the first test, and again between the second and the third. */
    @WithKeycloak
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static final class Hanging {
        private static final List<ProcessHandle> STOPPED = new CopyOnWriteArrayList<>();

        @Test
        @Order(1)
        void aPageIsOpenWhenTheBrowserHangs(WebBrowser browser) {
            open(browser);
            stop(browser);
        }

        @Test
        @Order(2)
        void thisOneHasAnother(WebBrowser browser) {
            open(browser);
            browser.close();
            stop(browser);
        }

        @Test
        @Order(3)
        void andThisOneToo(WebBrowser browser) {
            open(browser);
        }

        private static void open(WebBrowser browser) {
            Visitor visitor = browser.visit();
            visitor.page().navigate("http://localhost:" + ClientSite.PORT + "/");
            assertThat(visitor.page().title()).isEqualTo("Client");
        }

        private static void stop(WebBrowser browser) {
            for (ProcessHandle process : browser.processes().processes()) {
                STOPPED.add(process);
                signal("STOP", process);
            }
        }

        private static void signal(String signal, ProcessHandle process) {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor(10, TimeUnit.SECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
