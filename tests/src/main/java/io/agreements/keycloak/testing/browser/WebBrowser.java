package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import io.agreements.keycloak.testing.limit.ProcessTree;
import java.util.ArrayList;
import java.util.List;

/**
 * What a test opens pages with; all that it opened is closed after the test. A browser that does not answer then is ended, and
 * the test's result stays what it was.
 */
public final class WebBrowser implements AutoCloseable {
    private final SharedChromium shared;
    private final Pictures pictures = Pictures.ofThisJvm();
    private final ScreenReader screenReader;
    private final List<Visitor> visitors = new ArrayList<>();
    private Chromium chromium;

    /**
     * A browser of its own for one test, in the shared program.
     *
     * @param test the name by which Maven is asked for that test
     */
    public WebBrowser(SharedChromium shared, String test) {
        this.shared = shared;
        this.screenReader = ScreenReader.of(test);
    }

    /** A new visitor nobody knows: no cookies, one empty page. */
    public Visitor visit(VisitorProfile profile) {
        Visitor visitor = visitors.isEmpty() ? firstVisitor(profile) : open(profile);
        visitors.add(visitor);
        return visitor;
    }

    /** A new visitor who reads English at a desk. */
    public Visitor visit() {
        return visit(VisitorProfile.english());
    }

    /** Keeps what every open page looked like when a test failed. */
    public void takePicturesOfFailure(String test) {
        afterwards("pictures of pages", () -> {
            int number = 0;
            for (Visitor visitor : visitors) {
                visitor.takePicturesOfPages("failed/" + test + "-" + ++number);
            }
        });
    }

    /** Those of the program the pages are in. */
    ProcessTree processes() {
        return chromium.processes();
    }

    @Override
    public void close() {
        visitors.forEach(visitor -> afterwards("closing", visitor::close));
    }

    /** The browser may have hung since the test before: then this test has another. */
    private Visitor firstVisitor(VisitorProfile profile) {
        chromium = shared.get();
        try {
            return open(profile);
        } catch (PlaywrightException e) {
            if (!chromium.isGone()) {
                throw e;
            }
            say("Another browser is started: " + e.getMessage());
            chromium = shared.get();
            return open(profile);
        }
    }

    private Visitor open(VisitorProfile profile) {
        return chromium.ask("a new visitor", () -> {
            Screen screen = profile.screen();
            return new Visitor(
                    chromium.browser()
                            .newContext(new Browser.NewContextOptions()
                                    .setLocale(profile.locale())
                                    .setTimezoneId("UTC")
                                    .setViewportSize(screen.width(), screen.height())
                                    .setIsMobile(screen.touch())
                                    .setHasTouch(screen.touch())
                                    .setJavaScriptEnabled(profile.javaScript())),
                    screen,
                    pictures,
                    screenReader);
        });
    }

    /** What comes after a test does not change its result. */
    private void afterwards(String what, Runnable work) {
        if (chromium == null || chromium.isGone()) {
            return;
        }
        try {
            chromium.ask(what, () -> {
                work.run();
                return null;
            });
        } catch (PlaywrightException e) {
            say("After the test: " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println("[browser] " + line);
    }
}
