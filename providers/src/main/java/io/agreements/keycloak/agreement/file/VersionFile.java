package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AcceptanceMode;
import java.time.Instant;
import java.util.List;

/**
 * A version as an operator keeps it in files.
 *
 * @param draft not to be published by the import
 * @param publishedAt null for the moment of the import; so are the two that follow
 * @param retractedAt null if it is not
 * @param texts by locale
 */
record VersionFile(
        int number,
        String label,
        boolean material,
        AcceptanceMode acceptance,
        boolean readToEnd,
        boolean draft,
        Instant publishedAt,
        Instant effectiveAt,
        Instant enforcedAt,
        Instant retractedAt,
        List<TextFile> texts) {

    /** @param content the bytes of the file, not one changed */
    record TextFile(String locale, String title, String summary, byte[] content) {}
}
