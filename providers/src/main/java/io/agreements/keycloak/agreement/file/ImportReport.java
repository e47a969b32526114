package io.agreements.keycloak.agreement.file;

import java.util.List;

/**
 * What an import did. Each entry reads {@code <key>} or {@code <key>/<number>}, but for warnings, which are sentences.
 *
 * @param added versions that are new
 * @param updated agreements whose settings, or drafts whose texts, were brought up to date
 * @param unchanged versions that were there already, as the files have them
 * @param ignored published versions for which the files give other words or times than they were published with
 * @param kept agreements whose settings, and drafts which, were edited here, so that the files were left aside
 * @param warnings what somebody should look at, in words for an administrator
 */
public record ImportReport(
        List<String> added,
        List<String> updated,
        List<String> unchanged,
        List<String> ignored,
        List<String> kept,
        List<String> warnings) {

    static final ImportReport NOTHING =
            new ImportReport(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Whether the catalogue is another one now. */
    public boolean changed() {
        return !added.isEmpty() || !updated.isEmpty();
    }
}
