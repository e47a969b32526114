package io.agreements.keycloak.conduct.content;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
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

    /** Part of the word they stand in, like a letter that is not written. */
    private static final String APOSTROPHES = "'`´\u2018\u2019\u02bc";

    /** Letters of Korean that nobody sees. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

    private char[] characters;
    private Kind[] kinds;
    private Gap[] gaps;
    private int length;

    private Gap gap = Gap.SPACE;

    /** How many of the first characters something stands before; null until that is asked. */
    private int[] gapsUpTo;

    private Folded(int capacity) {
        characters = new char[capacity];
        kinds = new Kind[capacity];
        gaps = new Gap[capacity];
    }

    static Folded of(String words) {
        int[] decomposed =
                Normalizer.normalize(words, Normalizer.Form.NFKD).codePoints().toArray();
        Folded folded = new Folded(decomposed.length + 8);
        for (int i = 0; i < decomposed.length; i++) {
            folded.add(decomposed[i], i + 1 < decomposed.length ? decomposed[i + 1] : ' ');
        }
        return folded;
    }

    int length() {
        return length;
    }

    /** A copy. */
    char[] characters() {
        return Arrays.copyOf(characters, length);
    }

    String text() {
        return new String(characters, 0, length);
    }

    /** What stands before a character. */
    Gap gapBefore(int index) {
        return index < length ? gaps[index] : Gap.SPACE;
    }

    /** Whether nothing stands between the characters of a part. */
    boolean isUnbroken(int begin, int end) {
        if (gapsUpTo == null) {
            gapsUpTo = new int[length + 1];
            for (int i = 0; i < length; i++) {
                gapsUpTo[i + 1] = gapsUpTo[i] + (gaps[i] == Gap.NONE ? 0 : 1);
            }
        }
        return gapsUpTo[end] == gapsUpTo[begin + 1];
    }

    /** Whether what stands before a character belongs to another word than the character. */
    boolean isBoundary(int index) {
        return gapBefore(index) != Gap.NONE
                || kinds[index] == Kind.WITHOUT_SPACES
                || kinds[index - 1] == Kind.WITHOUT_SPACES
                || kinds[index] != kinds[index - 1];
    }

    /** Whether characters of a script without spaces stand on one side, whose words spaces do not separate. */
    boolean isAmongThoseWithoutSpaces(int index) {
        return kinds[index] == Kind.WITHOUT_SPACES || kinds[index - 1] == Kind.WITHOUT_SPACES;
    }

    /** Whether the first character is a word by itself, as in scripts without spaces. */
    boolean beginsWithoutSpaces() {
        return kinds[0] == Kind.WITHOUT_SPACES;
    }

    private void add(int character, int next) {
        if (isUnseen(character) || isAccent(character) || APOSTROPHES.indexOf(character) >= 0) {
            return;
        }
        int meant = symbol(character, next);
        if (Character.isLetterOrDigit(meant) || isMark(meant) || Character.getType(meant) == Character.LETTER_NUMBER) {
            Kind kind = kind(meant);
            for (char part : Character.toChars(fold(meant))) {
                append(part, kind);
            }
        } else {
            gap = Character.isWhitespace(meant) || Character.isSpaceChar(meant) || gap == Gap.SPACE
                    ? Gap.SPACE
                    : Gap.MARKS;
        }
    }

    private void append(char character, Kind kind) {
        if (length == characters.length) {
            characters = Arrays.copyOf(characters, length * 2);
            kinds = Arrays.copyOf(kinds, length * 2);
            gaps = Arrays.copyOf(gaps, length * 2);
        }
        characters[length] = character;
        kinds[length] = kind;
        gaps[length] = gap;
        length++;
        gap = Gap.NONE;
    }

    private static int fold(int character) {
        int latin = CharacterTable.LOOK_ALIKES.of(character);
        int small = Character.toLowerCase(latin);
        return switch (small) {
            case '0' -> 'o';
            case '1', 'i' -> 'l';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> CharacterTable.SIMPLIFIED.of(small);
        };
    }

    /** Marks that are written for letters. */
    private static int symbol(int character, int next) {
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

    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || character >= 0xfe00 && character <= 0xfe0f
                || character >= 0xe0000 && character <= 0xe0fff
                || FILLERS.indexOf(character) >= 0;
    }

    /** Those that can stand on any letter; the marks of one script are part of its words. */
    private static boolean isAccent(int character) {
        return character >= 0x300 && character <= 0x36f
                || character >= 0x1ab0 && character <= 0x1aff
                || character >= 0x1dc0 && character <= 0x1dff
                || character >= 0x20d0 && character <= 0x20ff
                || character >= 0xfe20 && character <= 0xfe2f;
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
}
