package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Reads pages as a screen reader does, and holds what it meets to golden files. Pages are partly Keycloak's own words, so on
 * another Keycloak than the one the jars are built for nothing is compared.
 */
final class ScreenReader {

    /** How long a page may take to come to what it was. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final Path GOLDEN = Path.of("src/test/resources/screen-reader");

    private final Path golden;
    private final Path lately;
    private final boolean listens;
    private final NewPages updated;
    private final String test;

    /** @param test the name by which Maven is asked for the test that reads */
    ScreenReader(Path golden, Path lately, boolean listens, NewPages updated, String test) {
        this.golden = golden;
        this.lately = lately;
        this.listens = listens;
        this.updated = updated;
        this.test = test;
    }

    /** Whether any page is read: there are golden files, or they are being written. */
    static boolean isUsed() {
        return NewPages.ofThisJvm().areAny() || Files.isDirectory(GOLDEN);
    }

    static ScreenReader of(String test) {
        return new ScreenReader(
                GOLDEN,
                Path.of("target/screen-reader"),
                Objects.equals(System.getProperty("keycloak.version"), System.getProperty("keycloak.built-for")),
                NewPages.ofThisJvm(),
                test);
    }

    /**
     * @param selector the parts of the page that are read
     * @param name of the golden file; slashes make directories
     * @throws AssertionError if it is another page than that of the golden file; where there is none nothing is compared
     */
    void read(Page page, String selector, String name) {
        GoldenFile file = file(name);
        boolean updates = updated.contain(name);
        if (!listens || !updates && !file.isThere()) {
            return;
        }
        page.waitForLoadState();
        Reading reading = Reading.of(page, selector);
        if (!file.holds(reading.kept())) {
            reading = updates ? settled(page, selector) : awaited(page, selector, file);
        }
        settle(file, reading.kept(), updates);
        Announcements.forget(page, reading.facts().heard().size());
    }

    GoldenFile file(String name) {
        Path file = golden.resolve(name + ".yaml").normalize();
        if (!file.startsWith(golden)) {
            throw new IllegalArgumentException("Not the name of a golden file: " + name);
        }
        return new GoldenFile(file, lately.resolve(name + ".yaml"));
    }

    /** What comes of a reading that has to be good by now. */
    void settle(GoldenFile file, String content, boolean updates) {
        if (updates) {
            file.keep(content, test);
        } else if (!file.holds(content)) {
            file.fail(content);
        }
    }

    /** What the page is once it changes no more. */
    private static Reading settled(Page page, String selector) {
        Reading before = Reading.of(page, selector);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            page.waitForTimeout(BETWEEN_LOOKS.toMillis());
            Reading now = Reading.of(page, selector);
            if (now.kept().equals(before.kept()) || System.nanoTime() > end) {
                return now;
            }
            before = now;
        }
    }

    /** The page as the golden file has it, or as it is when it has not become that. */
    private static Reading awaited(Page page, String selector, GoldenFile file) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            page.waitForTimeout(BETWEEN_LOOKS.toMillis());
            Reading now = Reading.of(page, selector);
            if (file.holds(now.kept()) || System.nanoTime() > end) {
                return now;
            }
        }
    }
}
