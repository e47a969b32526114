package io.agreements.keycloak.agreement.text;

import java.util.regex.Pattern;

/**
 * Where links may lead: to the web, to mail, to a telephone, or to a place in the same text. What depends on the page it
 * stands on, or has more than one reading, is none.
 */
public final class Links {

    /** In words for an administrator. */
    public static final String KINDS = "links begin with https://, http://, mailto:, tel: or #";

    /** No space, control character, quotation mark, angle bracket or backslash. */
    private static final String CHARACTER = "[^\\s\\p{Cntrl}\"<>\\\\]";

    /** A host and perhaps a port; nobody's name before it, which readers would take for the host. */
    private static final String AUTHORITY = "[^\\s\\p{Cntrl}\"<>\\\\/?#@]++";

    private static final Pattern ALLOWED = Pattern.compile(
            "https?://" + AUTHORITY + "(?:[/?#]" + CHARACTER + "*+)?"
                    + "|mailto:[^\\s\\p{Cntrl}\"<>\\\\@?]++@" + CHARACTER + "++"
                    + "|tel:(?:\\+|%2B)?+[0-9](?:[0-9().-]|%[0-9A-F]{2})*+"
                    + "|#" + CHARACTER + "++",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What is within the same text opens in the same page. */
    private static final String PLACE = "#";

    private Links() {}

    /** Whether a link may lead there. */
    public static boolean isAllowed(String destination) {
        return destination != null && ALLOWED.matcher(destination).matches();
    }

    public static boolean leadsAway(String destination) {
        return !destination.startsWith(PLACE);
    }
}
