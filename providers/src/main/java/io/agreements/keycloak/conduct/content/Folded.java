package io.agreements.keycloak.conduct.content;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words as they are compared: letters and digits alone, without regard to width, case, accents and look-alikes, and Chinese
 * in its simplified form; what stood between them is remembered.
 */
final class Folded {

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private final Reading reading;
    private final List<Letter> letters;

    /** Whether there is a sign that can stand for a letter. */
    private boolean hasSigns;

    /** Whether a letter looks, as it was typed, like another than in small letters. */
    private boolean hasShapes;

    private Gap gap = Gap.SPACE;

    /** How many of the first characters something stands before; null until that is asked. */
    private int[] gapsUpTo;

    private Folded(Reading reading, int capacity) {
        this.reading = reading;
        this.letters = new ArrayList<>(capacity);
    }

    /** Signs that can stand for letters do, and letters are what they are rather than what they look like. */
    static Folded of(String words) {
        return of(words, new Reading(true, false));
    }

    /** In each way in which it can be read; most words can be in one alone. */
    static List<Folded> readings(String words) {
        List<Folded> readings = new ArrayList<>();
        Folded first = of(words);
        readings.add(first);
        if (first.hasSigns) {
            readings.add(of(words, new Reading(false, false)));
        }
        if (first.hasShapes) {
            readings.add(of(words, new Reading(true, true)));
        }
        if (first.hasSigns && first.hasShapes) {
            readings.add(of(words, new Reading(false, true)));
        }
        return readings;
    }

    private static Folded of(String words, Reading reading) {
        int[] decomposed =
                Normalizer.normalize(words, Normalizer.Form.NFKD).codePoints().toArray();
        Folded folded = new Folded(reading, decomposed.length);
        for (int i = 0; i < decomposed.length; i++) {
            folded.add(decomposed[i], i + 1 < decomposed.length ? decomposed[i + 1] : ' ');
        }
        return folded;
    }

    int length() {
        return letters.size();
    }

    /** A copy. */
    char[] characters() {
        char[] characters = new char[letters.size()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = letters.get(i).compared();
        }
        return characters;
    }

    String text() {
        return new String(characters());
    }

    /** The same by what its letters look like in capitals, which for some is another letter than in small ones. */
    String textOfCapitals() {
        StringBuilder text = new StringBuilder(letters.size());
        for (Letter letter : letters) {
            int shape = Likeness.ofShape(Character.toUpperCase(letter.small()), letter.small());
            text.append(Character.isBmpCodePoint(shape) ? (char) shape : letter.compared());
        }
        return text.toString();
    }

    /** The letters without case, one for each of those that are compared. A copy. */
    int[] small() {
        return letters.stream().mapToInt(Letter::small).toArray();
    }

    /** Whether each letter from there on can be taken for the one that is meant. */
    boolean isAlike(int begin, int[] meant) {
        for (int i = 0; i < meant.length; i++) {
            Letter letter = letters.get(begin + i);
            if (!Likeness.isAlike(letter.typed(), letter.small(), meant[i])) {
                return false;
            }
        }
        return true;
    }

    /** What stands before a character. */
    Gap gapBefore(int index) {
        return index < letters.size() ? letters.get(index).gap() : Gap.SPACE;
    }

    /** Whether nothing stands between the characters of a part. */
    boolean isUnbroken(int begin, int end) {
        if (gapsUpTo == null) {
            gapsUpTo = new int[letters.size() + 1];
            for (int i = 0; i < letters.size(); i++) {
                gapsUpTo[i + 1] = gapsUpTo[i] + (letters.get(i).gap() == Gap.NONE ? 0 : 1);
            }
        }
        return gapsUpTo[end] == gapsUpTo[begin + 1];
    }

    /** Whether a word can begin with a character; a sign before it need not be a letter. */
    boolean canBegin(int index) {
        return isBoundary(index) || letters.get(index - 1).sign();
    }

    /** Whether a word can end before a character. */
    boolean canEnd(int index) {
        return index == letters.size()
                || isBoundary(index)
                || letters.get(index).sign();
    }

    /** Whether what stands before a character belongs to another word than the character. */
    private boolean isBoundary(int index) {
        return gapBefore(index) != Gap.NONE
                || isAmongThoseWithoutSpaces(index)
                || letters.get(index).kind() != letters.get(index - 1).kind();
    }

    /** Whether characters of a script without spaces stand on one side, whose words spaces do not separate. */
    boolean isAmongThoseWithoutSpaces(int index) {
        return letters.get(index).kind() == Kind.WITHOUT_SPACES
                || letters.get(index - 1).kind() == Kind.WITHOUT_SPACES;
    }

    /** Whether the first character is a word by itself, as in scripts without spaces. */
    boolean beginsWithoutSpaces() {
        return letters.get(0).kind() == Kind.WITHOUT_SPACES;
    }

    private void add(int character, int next) {
        if (PassedOver.is(character)) {
            return;
        }
        int meant = letterOfSign(character, next);
        boolean sign = meant != character;
        hasSigns |= sign;
        int read = reading.signsAreLetters() ? meant : character;
        if (Character.isLetterOrDigit(read) || isMark(read) || Character.getType(read) == Character.LETTER_NUMBER) {
            append(read, sign);
        } else {
            gap = Character.isWhitespace(read) || Character.isSpaceChar(read) || gap == Gap.SPACE
                    ? Gap.SPACE
                    : Gap.MARKS;
        }
    }

    private void append(int read, boolean sign) {
        Kind kind = kind(read);
        int[] small = Likeness.small(read);
        for (int letter : small) {
            int typed = small.length == 1 ? read : letter;
            int usual = Likeness.of(letter);
            int shape = Likeness.ofShape(typed, letter);
            hasShapes |= usual != shape;
            for (char part : Character.toChars(reading.byShape() ? shape : usual)) {
                letters.add(new Letter(part, letter, typed, kind, gap, sign));
                gap = Gap.NONE;
            }
        }
    }

    /** Signs that are written for letters. */
    private static int letterOfSign(int character, int next) {
        return switch (character) {
            case '@' -> 'a';
            case '$' -> 's';
            case '!', '|' -> Character.isLetter(next) ? 'l' : character;
            default -> character;
        };
    }

    private static Kind kind(int character) {
        if (WITHOUT_SPACES.contains(UnicodeScript.of(character))) {
            return Kind.WITHOUT_SPACES;
        }
        return Character.isDigit(character) ? Kind.DIGIT : Kind.LETTER;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** What stands between two letters. */
    enum Gap {
        NONE,
        MARKS,

        /** Space, with or without marks. */
        SPACE
    }

    private enum Kind {
        LETTER,
        DIGIT,
        WITHOUT_SPACES
    }

    /**
     * How what is ambiguous is read.
     *
     * @param signsAreLetters whether signs stand for letters, where they can
     * @param byShape whether a letter is the one it looks like as it was typed, rather than in small letters
     */
    private record Reading(boolean signsAreLetters, boolean byShape) {}

    /**
     * @param compared what stands for it, or half of that
     * @param small itself without case
     * @param typed itself
     * @param gap what stands before it
     * @param sign whether it is a sign that can stand for a letter
     */
    private record Letter(char compared, int small, int typed, Kind kind, Gap gap, boolean sign) {}
}
