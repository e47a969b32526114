package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser of their own: cookies, pages, pictures of them. */
public final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final Pictures pictures;
    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Visitor(BrowserContext context, Pictures pictures) {
        this.context = context;
        this.pictures = pictures;
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        this.page = context.newPage();
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
