package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one browser of a test run: the machine's own Chromium, without a window and without a way out of the machine. */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final ClientSite clients;

    private Chromium(Playwright playwright, Browser browser, ClientSite clients) {
        this.playwright = playwright;
        this.browser = browser;
        this.clients = clients;
    }

    /** Starts it. */
    public static Chromium launch() {
        Path executable = ChromiumExecutable.find(System.getenv());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        ClientSite clients = ClientSite.open();
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--host-resolver-rules=" + clients.resolverRules());
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(flags);
        return new Chromium(playwright, playwright.chromium().launch(options), clients);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        clients.close();
    }
}
