package io.agreements.keycloak.agreement.text.unseen;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** A place in a line: whether what stands before and behind it needs the character there. */
record Place(String words, int place) {

    /** Their letters change shape by a joiner between them, or are spelled with one. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MANDAIC,
            UnicodeScript.NKO,
            UnicodeScript.ADLAM,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.BALINESE,
            UnicodeScript.JAVANESE);

    /** Written without spaces: where a line may end is said by a space without width. */
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    /** How far is looked back for a letter. */
    private static final int FAR = 16;

    /** They can be emoji. */
    private static final String VARIED_MARKS = "‼⁉〰〽";

    /** They can stand in the corner or in the middle. */
    private static final String WIDE_MARKS = "、。，．！：；？";

    private static final int EXCERPT = 12;
    private static final int JOINER = 0x200D;
    private static final int FLAG = 0x1F3F4;

    /** The last words that can be seen before it. */
    String excerptBefore() {
        int start = Math.max(0, place - 8 * EXCERPT);
        String seen = words.substring(start, place)
                .codePoints()
                .filter(character -> Kinds.verdict(character) == Verdict.SEEN && !Kinds.isDirection(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        int count = seen.codePointCount(0, seen.length());
        return count <= EXCERPT ? seen : seen.substring(seen.offsetByCodePoints(seen.length(), -EXCERPT));
    }

    Verdict verdict() {
        int character = words.codePointAt(place);
        Verdict alone = Kinds.verdict(character);
        return alone == Verdict.UNSEEN ? needed(character) : alone;
    }

    private Verdict needed(int character) {
        if (character == 0x200C || character == JOINER) {
            boolean emoji =
                    character == JOINER && Kinds.isEmoji(before(Place::modifiesEmoji)) && Kinds.isEmoji(after());
            return seenIf(emoji || JOINING.contains(UnicodeScript.of(letterBefore())));
        }
        if (character == 0x200B) {
            boolean unspaced =
                    UNSPACED.contains(UnicodeScript.of(letterBefore())) || UNSPACED.contains(UnicodeScript.of(after()));
            return unspaced ? Verdict.BREAK : Verdict.UNSEEN;
        }
        if (character == 0xAD) {
            boolean inWord = isHyphenated(letterBefore()) && isHyphenated(after());
            return inWord ? Verdict.BREAK : Verdict.UNSEEN;
        }
        if (character == 0x115F || character == 0x1160) {
            return seenIf(UnicodeScript.of(before(one -> false)) == UnicodeScript.HANGUL
                    || UnicodeScript.of(after()) == UnicodeScript.HANGUL);
        }
        if (Kinds.isVariation(character)) {
            return seenIf(isVaried(character));
        }
        return seenIf(Kinds.isTag(character) && before(Kinds::isTag) == FLAG);
    }

    private static boolean isHyphenated(int character) {
        return Character.isLetter(character) && !Character.isIdeographic(character);
    }

    private static Verdict seenIf(boolean needed) {
        return needed ? Verdict.SEEN : Verdict.UNSEEN;
    }

    /** Whatever marks, markup and joiners stand between. */
    private int letterBefore() {
        return before(one -> "*_~".indexOf(one) >= 0
                || one == 0x200C
                || one == JOINER
                || UnicodeScript.of(one) == UnicodeScript.INHERITED);
    }

    private static boolean modifiesEmoji(int character) {
        return character == 0xFE0F || character >= 0x1F3FB && character <= 0x1F3FF;
    }

    /** The last character before that is not between; a space if there is none near. */
    private int before(IntPredicate between) {
        int end = place;
        for (int steps = 0; end > 0 && steps < FAR; steps++) {
            int character = words.codePointBefore(end);
            if (!between.test(character)) {
                return character;
            }
            end -= Character.charCount(character);
        }
        return ' ';
    }

    private int after() {
        int next = place + Character.charCount(words.codePointAt(place));
        return next < words.length() ? words.codePointAt(next) : ' ';
    }

    /** Whether there may be another shape of what stands before. */
    private boolean isVaried(int selector) {
        int before = before(one -> false);
        UnicodeScript script = UnicodeScript.of(before);
        if (selector >= 0xE0100) {
            return script == UnicodeScript.HAN;
        }
        if (selector < 0xFE00) {
            return script == UnicodeScript.MONGOLIAN;
        }
        if (selector >= 0xFE0E) {
            boolean keycap = after() == 0x20E3 && (before >= '0' && before <= '9' || before == '#' || before == '*');
            return keycap
                    || Kinds.isEmoji(before)
                    || Character.getType(before) == Character.MATH_SYMBOL
                    || VARIED_MARKS.indexOf(before) >= 0;
        }
        return script == UnicodeScript.HAN
                || script == UnicodeScript.MYANMAR
                || script == UnicodeScript.PHAGS_PA
                || Character.getType(before) == Character.MATH_SYMBOL
                || WIDE_MARKS.indexOf(before) >= 0;
    }
}
