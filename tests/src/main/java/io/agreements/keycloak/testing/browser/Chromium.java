package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.limit.TimeLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The machine's own Chromium, without a window and without a way out of the machine. Playwright waits for some answers of a
 * browser for as long as it takes: whoever asks for one through this class gets it in time, or the browser is ended.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Duration LAUNCHED_WITHIN = Duration.ofMinutes(2);

    /** A machine with much to do takes longer over a page than the five seconds that Playwright gives it. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final ProcessTree processes;
    private final Browser browser;
    private final ClientSite clients;
    private final Duration patience;
    private boolean ended;

    private Chromium(
            Playwright playwright, ProcessTree processes, Browser browser, ClientSite clients, Duration patience) {
        this.playwright = playwright;
        this.processes = processes;
        this.browser = browser;
        this.clients = clients;
        this.patience = patience;
    }

    /** Starts it. */
    static Chromium launch(Duration patience) {
        Path executable = ChromiumExecutable.find(System.getenv());
        Set<ProcessHandle> others = new HashSet<>(children());
        AtomicReference<Playwright> playwright = new AtomicReference<>();
        boolean started = TimeLimit.within(
                LAUNCHED_WITHIN,
                () -> playwright.set(Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))),
                () -> driver(others).kill());
        if (!started) {
            throw new IllegalStateException("Playwright did not start within " + LAUNCHED_WITHIN);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(SHOWN_WITHIN.toMillis());
        ProcessTree driver = driver(others);
        ClientSite clients = ClientSite.open();
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--host-resolver-rules=" + clients.resolverRules());
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setTimeout(LAUNCHED_WITHIN.toMillis())
                .setArgs(flags);
        return new Chromium(
                playwright.get(), driver, playwright.get().chromium().launch(options), clients, patience);
    }

    Browser browser() {
        return browser;
    }

    /** Whether nothing more is to be had from it. */
    boolean isGone() {
        return ended || !browser.isConnected();
    }

    /** The processes: Playwright's, with the browser's below it. */
    ProcessTree processes() {
        return processes;
    }

    /**
     * Has something done that the browser may not answer.
     *
     * @throws PlaywrightException if it did not answer in time, and was ended
     */
    <T> T ask(String what, Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        if (!TimeLimit.within(patience, () -> answer.set(question.get()), this::end)) {
            throw new PlaywrightException("The browser did not answer within " + patience + " (" + what
                    + "): it was ended, and will be replaced");
        }
        return answer.get();
    }

    /** Ends it at once: what waits for an answer fails. */
    void end() {
        ended = true;
        processes.kill();
        clients.close();
    }

    @Override
    public void close() {
        if (isGone()) {
            end();
        } else if (TimeLimit.within(patience, playwright::close, this::end)) {
            clients.close();
        }
    }

    /** Playwright's own process, the one child that others do not know. */
    private static ProcessTree driver(Set<ProcessHandle> others) {
        return children().stream()
                .filter(child -> !others.contains(child))
                .findFirst()
                .map(ProcessTree::new)
                .orElseThrow(() -> new IllegalStateException("Playwright has no process"));
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
