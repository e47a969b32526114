package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;

/** What a test opens pages with; all that it opened is closed after the test. */
public final class WebBrowser implements AutoCloseable {
    private final Chromium chromium;
    private final Pictures pictures = Pictures.ofThisJvm();
    private final List<Visitor> visitors = new ArrayList<>();

    /** A browser of its own for one test, in the shared program. */
    public WebBrowser(Chromium chromium) {
        this.chromium = chromium;
    }

    /** A new visitor nobody knows: no cookies, one empty page. */
    public Visitor visit(VisitorProfile profile) {
        Screen screen = profile.screen();
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(profile.locale())
                        .setViewportSize(screen.width(), screen.height())
                        .setIsMobile(screen.touch())
                        .setHasTouch(screen.touch())
                        .setJavaScriptEnabled(profile.javaScript()));
        Visitor visitor = new Visitor(context, pictures);
        visitors.add(visitor);
        return visitor;
    }

    /** A new visitor who reads English at a desk. */
    public Visitor visit() {
        return visit(VisitorProfile.english());
    }

    /** Keeps what every open page looked like when a test failed. */
    public void takePicturesOfFailure(String test) {
        int number = 0;
        for (Visitor visitor : visitors) {
            visitor.takePicturesOfPages("failed/" + test + "-" + ++number);
        }
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
