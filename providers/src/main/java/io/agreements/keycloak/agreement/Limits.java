package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.text.TextBytes;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** What there is room for. Each check throws an {@link IllegalArgumentException} in words for an administrator. */
public final class Limits {

    /** Characters of a title. */
    public static final int TITLE = 255;

    /** Characters of a version's label. */
    public static final int LABEL = 64;

    /** Characters of a summary. */
    public static final int SUMMARY = 2000;

    /** Characters of a language tag. */
    public static final int LANGUAGE_TAG = 35;

    /** Characters of all names of an audience with a line end after each. */
    public static final int AUDIENCE = 2000;

    /** Bytes of a text. */
    public static final int TEXT = 1024 * 1024;

    /** Words that stand in addresses where a key would. */
    private static final Set<String> RESERVED_KEYS = Set.of(
            "access",
            "console",
            "coverage",
            "deletion-requests",
            "export",
            "import",
            "log",
            "me",
            "preview",
            "records",
            "standings",
            "users");

    private Limits() {}

    /** @param name of the value, as it is called in REST */
    public static void require(String name, Object value) {
        if (value == null || value instanceof String words && words.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
    }

    public static void requireLength(String name, String value, int most) {
        if (value != null && value.length() > most) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters; there is room for " + most);
        }
    }

    public static void requireKey(String key) {
        require("key", key);
        if (!key.matches(Agreement.KEY_PATTERN)) {
            throw new IllegalArgumentException(
                    "key must be of small letters, digits and hyphens, at most 64, and neither"
                            + " begin nor end with a hyphen");
        }
        if (RESERVED_KEYS.contains(key)) {
            throw new IllegalArgumentException(
                    "key must not be " + key + ": addresses use the word already, as they do "
                            + RESERVED_KEYS.stream().sorted().toList());
        }
    }

    /** @param name of the value, as it is called in REST */
    public static void requireLocale(String name, String tag) {
        require(name, tag);
        requireLength(name, tag, LANGUAGE_TAG);
        try {
            if (new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
                throw new IllegalArgumentException(name + " must be a language tag (BCP 47), such as zh-Hans");
            }
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(name + " must be a language tag (BCP 47), such as zh-Hans", e);
        }
    }

    static void requireText(byte[] content) {
        require("content", content);
        if (content.length > TEXT) {
            throw new IllegalArgumentException("content has " + content.length + " bytes; there is room for " + TEXT);
        }
        if (TextBytes.decode(content).isBlank()) {
            throw new IllegalArgumentException("content must not be empty");
        }
    }
}
