package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory the build keeps pictures of pages in. */
final class Pictures {

    /** What stays in view while a page is scrolled would be drawn across the middle of a picture of all of it. */
    private static final String BAR = ".agr-decision";

    private static final String BAR_WHERE_IT_STANDS = BAR + " { position: static !important }";

    private final Path directory;

    Pictures(Path directory) {
        this.directory = directory;
    }

    static Pictures ofThisJvm() {
        return new Pictures(Path.of(System.getProperty("keycloak.pictures", "target/pictures")));
    }

    Path take(Page page, String name) {
        Path picture = file(name, ".png");
        Page.ScreenshotOptions options =
                new Page.ScreenshotOptions().setPath(picture).setFullPage(true).setTimeout(10_000);
        // Pages with a policy for styles refuse one, and complain.
        if (page.locator(BAR).count() > 0) {
            options.setStyle(BAR_WHERE_IT_STANDS);
        }
        page.screenshot(options);
        return picture;
    }

    /** For a test that failed already: a page that cannot be pictured must not hide why. */
    void takeIfPossible(Page page, String name) {
        try {
            take(page, name);
            Files.writeString(file(name, ".html"), "<!-- " + page.url() + " -->\n" + page.content());
        } catch (PlaywrightException | IOException e) {
            System.out.println("[browser] No picture of " + page.url() + ": " + e.getMessage());
        }
    }

    Path file(String name, String ending) {
        Path file = directory
                .resolve(name.replaceAll("[^\\p{L}\\p{N}/._-]+", "-") + ending)
                .normalize();
        if (!file.startsWith(directory.normalize())) {
            throw new IllegalArgumentException("Not the name of a picture: " + name);
        }
        try {
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
