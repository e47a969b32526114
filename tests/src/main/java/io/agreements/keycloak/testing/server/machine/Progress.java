package io.agreements.keycloak.testing.server.machine;

import java.time.Duration;
import java.util.Locale;

/** Tells whoever watches the tests what takes long, and why. */
public final class Progress {
    private Progress() {}

    public static void say(String line) {
        System.out.println("[keycloak] " + line);
    }

    public static void sayDone(String what, long startedNanos) {
        Duration taken = Duration.ofNanos(System.nanoTime() - startedNanos);
        say(String.format(Locale.ROOT, "%s in %.1f s", what, taken.toMillis() / 1000.0));
    }
}
