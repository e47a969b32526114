package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory the build keeps pictures of pages in. */
final class Pictures {
    private final Path directory;

    Pictures(Path directory) {
        this.directory = directory;
    }

    static Pictures ofThisJvm() {
        return new Pictures(Path.of(System.getProperty("keycloak.pictures", "target/pictures")));
    }

    Path take(Page page, String name) {
        Path picture = file(name, ".png");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(picture).setFullPage(true).setTimeout(10_000));
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
