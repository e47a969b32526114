package io.agreements.keycloak.testing.watch;

import java.time.Duration;

/** Ends this JVM with all it has started, whatever still wants to be waited for. */
final class RunEnd {
    private static final int STATUS = 70;
    private static final Duration ORDERLY_WITHIN = Duration.ofSeconds(30);

    private RunEnd() {}

    /** Lets what is registered for the end do its work for a while. */
    static void now() {
        Thread orderly = new Thread(() -> System.exit(STATUS), "end-of-run");
        orderly.setDaemon(true);
        orderly.start();
        try {
            orderly.join(ORDERLY_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(STATUS);
    }
}
