package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.MeantLanguages;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A version as an operator keeps it in files.
 *
 * @param source the directory it was read from, as remarks name it
 * @param line where its settings begin; 0 if it has none
 * @param draft not to be published by the import
 * @param publishedAt null for the moment of the import; so are the two that follow
 * @param retractedAt null if it is not
 * @param texts those that can be read
 * @param refused names of files for texts that cannot be taken, without what they end with; nobody is to be told that these
 *     are missing
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
        List<TextFile> texts,
        Set<String> refused) {

    /** Whether there is a file that is or may be meant as the text in that language. */
    boolean hasFileFor(String locale) {
        return texts.stream().anyMatch(text -> text.locale().equals(locale))
                || refused.stream().anyMatch(name -> isMeant(name, locale));
    }

    /** Whether a file of that name may be meant as the text in that language. */
    static boolean isMeant(String name, String locale) {
        return name.replace('_', '-').strip().equalsIgnoreCase(locale) || MeantLanguages.isMeant(name, locale);
    }

    /**
     * @param source its path, as remarks name it
     * @param title null if there is none
     * @param content the bytes of the file, not one changed
     */
    record TextFile(String locale, String source, String title, String summary, byte[] content) {}
}
