package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.file.reading.Remark;
import java.util.List;

/**
 * What an import did. Each entry reads {@code <key>} or {@code <key>/<number>}, but for the last two.
 *
 * @param added versions that are new
 * @param updated agreements whose settings, or drafts whose texts, were brought up to date
 * @param unchanged versions that were there already, as the files have them
 * @param ignored published versions for which the files give other words or times than they were published with
 * @param kept agreements whose settings, and drafts which, were edited here, so that the files were left aside
 * @param leftAside files and directories that are not of agreements, such as those of systems and editors
 * @param remarks what somebody should look at
 */
public record ImportReport(
        List<String> added,
        List<String> updated,
        List<String> unchanged,
        List<String> ignored,
        List<String> kept,
        List<String> leftAside,
        List<Remark> remarks) {

    /** Whether the catalogue is another one now. */
    public boolean changed() {
        return !added.isEmpty() || !updated.isEmpty();
    }

    /** Whether there was no agreement. */
    boolean namesNothing() {
        return !changed() && unchanged.isEmpty() && ignored.isEmpty() && kept.isEmpty();
    }
}
