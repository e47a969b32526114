package io.agreements.keycloak.conduct.content;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** What makes no other word of one: what nobody sees, accents, points of vowels, what only draws a word out, apostrophes. */
final class PassedOver {

    /** Part of the word they stand in, like a letter that is not written. */
    private static final String APOSTROPHES = "'`´\u2018\u2019\u02bc";

    /** Letters of Korean that nobody sees. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

    /** Lines between letters of Arabic, N'Ko and Mongolian that make a word longer. */
    private static final String EXTENDERS = "\u0640\u07fa\u180a";

    /** Voiced sounds of Japanese, which make another letter of one. */
    private static final String VOICED = "\u3099\u309a";

    /** Those whose marks can be left out: words are written with and without them. */
    private static final Set<UnicodeScript> MARKS_ARE_OPTIONAL = Set.of(
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.SYRIAC,
            UnicodeScript.SAMARITAN);

    private PassedOver() {}

    /** @param character of a text that is decomposed */
    static boolean is(int character) {
        return isUnseen(character)
                || isAccent(character)
                || APOSTROPHES.indexOf(character) >= 0
                || EXTENDERS.indexOf(character) >= 0;
    }

    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x34f
                || character == 0x17b4
                || character == 0x17b5
                || character >= 0x180b && character <= 0x180f
                || character >= 0xfe00 && character <= 0xfe0f
                || character >= 0xe0000 && character <= 0xe0fff
                || FILLERS.indexOf(character) >= 0;
    }

    /** The marks of other scripts are part of their words. */
    private static boolean isAccent(int character) {
        int type = Character.getType(character);
        return type == Character.ENCLOSING_MARK
                || type == Character.NON_SPACING_MARK
                        && VOICED.indexOf(character) < 0
                        && MARKS_ARE_OPTIONAL.contains(UnicodeScript.of(character));
    }
}
