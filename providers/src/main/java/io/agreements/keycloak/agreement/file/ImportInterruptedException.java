package io.agreements.keycloak.agreement.file;

/** An import was broken off after some agreements had been taken over; these stay, and doing it again goes on. */
public final class ImportInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    ImportInterruptedException(ImportReport report, RuntimeException cause) {
        super(
                cause.getMessage() + " Taken over before that, and to stay: added " + report.added() + ", updated "
                        + report.updated() + ". Do the import again for the rest.",
                cause);
        this.report = report;
    }

    /** What has been taken over. */
    public ImportReport report() {
        return report;
    }
}
