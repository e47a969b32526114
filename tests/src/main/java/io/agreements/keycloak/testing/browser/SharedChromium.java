package io.agreements.keycloak.testing.browser;

import java.time.Duration;

/** The browser of a test run: one program for all tests, and another one once that does not answer. */
public final class SharedChromium implements AutoCloseable {
    private final Duration patience;
    private Chromium current;

    /** @param patience how long the browser may take for what is to be had at once: a new page, a picture, closing */
    public SharedChromium(Duration patience) {
        this.patience = patience;
    }

    /** Running, and not known to hang. */
    synchronized Chromium get() {
        if (current != null && current.isGone()) {
            current.close();
            current = null;
        }
        if (current == null) {
            current = Chromium.launch(patience);
        }
        return current;
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.close();
        }
    }
}
