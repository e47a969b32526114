package io.agreements.keycloak.account.mail;

import java.lang.Character.UnicodeScript;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name by which a mail addresses its reader. */
final class Salutation {

    private static final int LONGEST = 60;

    /** Programs make a link of an address, and a name is whatever somebody typed. */
    private static final Pattern ADDRESS = Pattern.compile("[/:@\\\\]|[^\\s.]\\.[^\\s.]|\\p{Cntrl}");

    private static final Set<UnicodeScript> FAMILY_FIRST =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** Hiragana and Katakana share it, so it is of no script. */
    private static final int LONG_VOWEL = '\u30FC';

    private Salutation() {}

    /** Empty where the user has no name, or one that is too long or might be read as an address. */
    static Optional<String> name(Recipient recipient) {
        String first = clean(recipient.firstName());
        String last = clean(recipient.lastName());
        String full = first.isEmpty() || last.isEmpty() ? first + last : together(first, last);
        return Optional.of(full.isEmpty() ? clean(recipient.username()) : full)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                .filter(name -> !ADDRESS.matcher(name).find());
    }

    private static String together(String first, String last) {
        return isFamilyFirst(first + last) ? last + first : first + " " + last;
    }

    private static boolean isFamilyFirst(String name) {
        return name.codePoints().allMatch(sign -> sign == LONG_VOWEL || FAMILY_FIRST.contains(UnicodeScript.of(sign)));
    }

    private static String clean(String name) {
        return Objects.requireNonNullElse(name, "").strip();
    }
}
