package io.agreements.keycloak.agreement.text.corpus;

/** What of words is neither blank nor sign: letters, digits and the marks at letters, in their order. */
final class Letters {

    private static final int AROUND = 30;

    private Letters() {}

    static String of(String words) {
        return words.codePoints()
                .filter(character -> Character.isLetterOrDigit(character) || isMark(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Where two differ first, with what stands around it; empty where they do not. */
    static String difference(String written, String shown) {
        if (written.equals(shown)) {
            return "";
        }
        int place = 0;
        while (place < Math.min(written.length(), shown.length()) && written.charAt(place) == shown.charAt(place)) {
            place++;
        }
        return "written: …" + around(written, place) + "…\n  shown: …" + around(shown, place) + "…";
    }

    private static String around(String words, int place) {
        return words.substring(Math.max(0, place - AROUND), place) + "|"
                + words.substring(place, Math.min(words.length(), place + AROUND));
    }
}
