package io.agreements.keycloak.agreement.text.html;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a text stands on a page.
 *
 * @param headingShift by how many levels headings sink, so that an article stands below the heading of the page
 * @param anchors what the ids of its places begin with, so that a page can show several texts
 * @param language of the text, in which the few words beside it are said
 */
public record Surroundings(int headingShift, String anchors, Locale language) {

    /** Neither names of places nor keys of agreements have it, nor have other ids of our pages. */
    private static final String SEPARATOR = ":";

    /** Names that the page around a text may have for its own places: those of Keycloak's layout. */
    private static final Pattern OF_PAGES =
            Pattern.compile("kc-.*|keycloak-bg|login-select-toggle|language-switch[0-9]*"
                    + "|language-[0-9]+|try-another-way|switch-organization|reset-login");

    /** Of the one text of a page: its places have the names that links in the text itself use, so they can be typed and kept. */
    public static Surroundings alone(int headingShift, String locale) {
        return new Surroundings(headingShift, "", Locale.forLanguageTag(locale));
    }

    /** Of one text among those of other agreements: the names of its places are told apart by the agreement's key. */
    public static Surroundings among(int headingShift, String agreementKey, String locale) {
        return new Surroundings(headingShift, agreementKey + SEPARATOR, Locale.forLanguageTag(locale));
    }

    /** The id of a place in the text. */
    public String id(String place) {
        String prefix = anchors.isEmpty() && OF_PAGES.matcher(place).matches() ? SEPARATOR : anchors;
        return prefix + place;
    }
}
