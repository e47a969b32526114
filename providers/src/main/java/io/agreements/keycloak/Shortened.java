package io.agreements.keycloak;

/** So much of what somebody wrote as tells it, in answers and logs; never with half of what is seen as one sign. */
public final class Shortened {

    private static final String MORE = "…";
    private static final int JOINER = 0x200D;

    private Shortened() {}

    /** The words, or their beginning. */
    public static String of(String words, int most) {
        return words.length() <= most ? words : words.substring(0, end(words, most)) + MORE;
    }

    /** A sign may be longer than there is room for. */
    private static int end(String words, int most) {
        int end = before(words, most);
        return end > 0 || most == 0 ? end : Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
    }

    /** The nearest place at or before that one that is not within a sign. */
    public static int before(String words, int place) {
        int before = place;
        while (isWithinSign(words, before)) {
            before--;
        }
        return before;
    }

    /** The nearest place at or behind that one that is not within a sign. */
    public static int after(String words, int place) {
        int after = place;
        while (isWithinSign(words, after)) {
            after++;
        }
        return after;
    }

    /** A character of two parts, one with marks, or several that are joined to one emoji. */
    private static boolean isWithinSign(String words, int place) {
        if (place <= 0 || place >= words.length()) {
            return false;
        }
        if (Character.isLowSurrogate(words.charAt(place)) && Character.isHighSurrogate(words.charAt(place - 1))) {
            return true;
        }
        int before = words.codePointBefore(place);
        int next = words.codePointAt(place);
        return before == JOINER || goesOn(next) || isOfFlag(next) && isOddOfFlags(words, place);
    }

    private static boolean goesOn(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default ->
                character == JOINER
                        || character == 0x200C
                        || character >= 0x1160 && character <= 0x11FF
                        || character >= 0x1F3FB && character <= 0x1F3FF
                        || character >= 0xE0020 && character <= 0xE007F;
        };
    }

    private static boolean isOfFlag(int character) {
        return character >= 0x1F1E6 && character <= 0x1F1FF;
    }

    /** Two letters make a flag. */
    private static boolean isOddOfFlags(String words, int place) {
        boolean odd = false;
        for (int at = place; at > 0 && isOfFlag(words.codePointBefore(at)); at -= 2) {
            odd = !odd;
        }
        return odd;
    }
}
