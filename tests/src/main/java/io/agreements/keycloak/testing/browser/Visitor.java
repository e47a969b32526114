package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person at a browser of their own: cookies, pages, pictures of them. */
public final class Visitor implements AutoCloseable {
    /** What the browser says of the script with which Playwright looks into each frame, also where none is to run. */
    private static final Pattern PLAYWRIGHT_KEPT_OUT = Pattern.compile("Blocked script execution in '[^']*'"
            + " because the document's frame is sandboxed and the 'allow-scripts' permission is not set\\.");

    private final BrowserContext context;
    private final Screen screen;
    private final Page page;
    private final Pictures pictures;
    private final ScreenReader screenReader;
    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Visitor(BrowserContext context, Screen screen, Pictures pictures, ScreenReader screenReader) {
        this.context = context;
        this.screen = screen;
        this.pictures = pictures;
        this.screenReader = screenReader;
        if (ScreenReader.isUsed()) {
            Announcements.record(context);
        }
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfPlaywright(message.text())) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        this.page = context.newPage();
    }

    private static boolean isOfPlaywright(String error) {
        return PLAYWRIGHT_KEPT_OUT.matcher(error).matches();
    }

    /** The first page. */
    public Page page() {
        return page;
    }

    /** Another page with the same cookies. */
    public Page newPage() {
        return context.newPage();
    }

    /** All pages together. */
    public BrowserContext context() {
        return context;
    }

    /** The addresses asked for so far, redirects included. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the browser complained about so far: script errors, refused styles, missing files. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Takes a picture of the whole first page; slashes in the name make directories. */
    public Path takePicture(String name) {
        return pictures.take(page, name);
    }

    /**
     * Reads the first page as a screen reader does: roles, names, states and descriptions in order, the language they are
     * spoken in, and what was announced since the last reading. Fails if that is not what is kept under this name in
     * {@code src/test/resources/screen-reader}; slashes in the name make directories. {@code bin/hear} has it kept instead.
     */
    public void hear(String name) {
        hear(name, "body");
    }

    /** The same for the parts a selector names, for pages that are only partly ours. */
    public void hear(String name, String selector) {
        screenReader.read(page, selector, name);
    }

    /** As {@link #hear(String)}, for pages that are the same on a phone: those who have one are left out. */
    public void hearAtADesk(String name) {
        hearAtADesk(name, "body");
    }

    /** As {@link #hear(String, String)}, for pages that are the same on a phone: those who have one are left out. */
    public void hearAtADesk(String name, String selector) {
        if (screen == Screen.DESKTOP) {
            hear(name, selector);
        }
    }

    /** Fails if axe finds a violation of WCAG 2.1 A or AA on the first page. */
    public void assertAccessible() {
        Accessibility.assertNoViolations(page);
    }

    /** The same for the parts a selector names, for pages that are only partly ours. */
    public void assertAccessible(String selector) {
        Accessibility.assertNoViolations(page, selector);
    }

    void takePicturesOfPages(String name) {
        int number = 0;
        for (Page open : context.pages()) {
            pictures.takeIfPossible(open, name + "-" + ++number);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
