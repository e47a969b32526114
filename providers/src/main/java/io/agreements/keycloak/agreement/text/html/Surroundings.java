package io.agreements.keycloak.agreement.text.html;

import java.util.Locale;

/**
 * Where a text stands on a page.
 *
 * @param headingShift by how many levels headings sink, so that an article stands below the heading of the page
 * @param anchors what the ids of its places begin with, so that a page can show several texts
 * @param language of the text, in which the few words beside it are said
 */
public record Surroundings(int headingShift, String anchors, Locale language) {

    private static final int LENGTH = 8;

    /** @param digest of the text: what ids begin with follows from it */
    public static Surroundings of(int headingShift, String digest, String locale) {
        return new Surroundings(headingShift, anchors(digest), Locale.forLanguageTag(locale));
    }

    /** What the ids of places in a text begin with on pages. */
    public static String anchors(String digest) {
        return "t" + digest.substring(0, LENGTH) + "-";
    }
}
