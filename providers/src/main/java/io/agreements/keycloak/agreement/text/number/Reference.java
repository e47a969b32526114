package io.agreements.keycloak.agreement.text.number;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/** A line that begins with the number of an article and goes on with a sentence begun in the line before it. */
public final class Reference {

    private static final String ENDS = "。．.;；:：!！?？…」』”\"’»)）】］]>|*_—–。؟۔।";
    private static final String SENTENCE_ENDS = "。；;，,.!！?？";
    private static final Pattern GOES_ON =
            Pattern.compile("(?:\\s?[,，]|[的之のにでをはが]|规定|規定|所[规規述定列]|(?:에|의|를|는)\\s|\\s\\p{Ll}{2}).*", Pattern.DOTALL);

    /** No marks are written between sentences. */
    private static final Set<UnicodeScript> WITHOUT_MARKS =
            Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private Reference() {}

    /**
     * Whether the line speaks of an article and does not begin one: {@code Pursuant to⏎Article 3, the fee is due.}
     *
     * @param before the line before it in the same paragraph or item
     * @param line may begin with the number of an article
     */
    public static boolean goesOn(String before, String line) {
        String words = before.strip();
        if (words.isEmpty() || isEnded(words.codePointBefore(words.length()))) {
            return false;
        }
        String stripped = line.strip();
        String behind = behindNumber(stripped);
        if (behind.codePoints().noneMatch(Character::isLetter) || !HeadingNumber.isNamed(stripped)) {
            return false;
        }
        boolean sentence = SENTENCE_ENDS.indexOf(behind.charAt(behind.length() - 1)) >= 0
                && (HeadingNumber.of(words).isEmpty()
                        || GOES_ON.matcher(behindNumber(words)).matches());
        return sentence || GOES_ON.matcher(behind).matches();
    }

    private static String behindNumber(String line) {
        return line.substring(HeadingNumber.of(line).orElse("").length());
    }

    private static boolean isEnded(int last) {
        return ENDS.indexOf(last) >= 0 || WITHOUT_MARKS.contains(UnicodeScript.of(last));
    }
}
