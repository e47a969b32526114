package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import java.time.Instant;
import java.util.List;

/**
 * A version as an operator keeps it in files.
 *
 * @param source the directory it was read from, as remarks name it
 * @param line where its settings begin; 0 if it has none
 * @param draft not to be published by the import
 * @param publishedAt null for the moment of the import; so are the two that follow
 * @param retractedAt null if it is not
 * @param texts by locale
 */
record VersionFile(
        int number,
        String source,
        int line,
        VersionSettings settings,
        boolean draft,
        Instant publishedAt,
        Instant effectiveAt,
        Instant enforcedAt,
        Instant retractedAt,
        List<TextFile> texts) {

    /**
     * @param source its path, as remarks name it
     * @param title null if there is none
     * @param content the bytes of the file, not one changed
     */
    record TextFile(String locale, String source, String title, String summary, byte[] content) {}
}
