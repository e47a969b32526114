package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import java.util.List;

/**
 * An agreement as an operator keeps it in files.
 *
 * @param settings null if a slip stands against them
 * @param audienceLine of the file with the settings; 0 if everybody is meant
 * @param source the directory it was read from, as remarks name it
 * @param versions by ascending number
 */
record AgreementFile(
        String key, AgreementSettings settings, int audienceLine, String source, List<VersionFile> versions) {

    /** The file with the settings, as remarks name it. */
    String settingsFile() {
        return source + "/" + AgreementDirectory.SETTINGS;
    }
}
