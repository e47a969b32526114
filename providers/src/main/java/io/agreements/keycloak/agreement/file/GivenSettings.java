package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What an {@code agreement.yaml} gives.
 *
 * @param requirement null if it gives none; so are the binding locale and the days
 * @param audienceLine where the audience stands; 0 if it is not given
 * @param titles by locale
 * @param versions by number
 * @param doubtful keys that may be given by what could not be understood
 */
record GivenSettings(
        Requirement requirement,
        String bindingLocale,
        int position,
        Audience audience,
        int audienceLine,
        Integer reacceptAfterDays,
        Map<String, String> titles,
        Map<Integer, GivenVersion> versions,
        Set<String> doubtful) {

    /** Of a file that gives nothing that can be relied on. */
    static GivenSettings unread() {
        return new GivenSettings(
                null, null, 0, Audience.EVERYBODY, 0, null, Map.of(), Map.of(), Set.copyOf(SettingsReader.KEYS));
    }

    GivenVersion version(int number) {
        return versions.getOrDefault(number, GivenVersion.DEFAULTS);
    }

    /** Whether nothing is known of that key, though it may be given. */
    boolean isDoubtful(String key) {
        return doubtful.contains(key);
    }

    /**
     * @param line where its settings begin; 0 if there are none
     * @param draft not to be published by the import; times that are null are the moment of the import
     */
    record GivenVersion(
            int line,
            String label,
            boolean material,
            AcceptanceMode acceptance,
            boolean readToEnd,
            String articlesDiffer,
            boolean draft,
            Instant publishedAt,
            Instant effectiveAt,
            Instant enforcedAt,
            Instant retractedAt,
            Map<String, String> titles,
            Map<String, String> summaries) {

        static final GivenVersion DEFAULTS = new GivenVersion(
                0, null, true, AcceptanceMode.EXPLICIT, false, null, false, null, null, null, null, Map.of(), Map.of());
    }
}
