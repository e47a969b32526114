package io.agreements.keycloak.conduct.content;

import java.util.Locale;

/**
 * Which letters are taken for one another: capital and small ones by Unicode's full case folding, digits of all scripts,
 * traditional and simplified characters, and what looks alike. Small letters can look alike where capitals do not, and the
 * other way round, so that each is looked at as it was typed, and as it is in the other case.
 */
final class Likeness {

    private static final int ASCII = 128;

    private Likeness() {}

    /** Without case; one capital letter can be two small ones. Digits are those of ASCII. */
    static int[] small(int character) {
        if (character < ASCII) {
            return new int[] {Character.toLowerCase(character)};
        }
        if (Character.isDigit(character)) {
            return new int[] {'0' + Character.digit(character, 10)};
        }
        if (Character.getType(character) == Character.OTHER_LETTER) {
            return new int[] {character};
        }
        return Character.toString(character)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
    }

    /** The one letter that stands for all that look like this one, whichever the case. */
    static int of(int small) {
        if (small < ASCII) {
            return letter(small);
        }
        int like = CharacterTable.LOOK_ALIKES.of(small);
        if (like != small) {
            return letter(like);
        }
        int capital = Character.toUpperCase(small);
        int likeCapital = CharacterTable.LOOK_ALIKES.of(capital);
        return letter(likeCapital == capital ? small : likeCapital);
    }

    /** What a letter looks like as it was typed, where that is another letter than it is. */
    static int ofShape(int typed, int small) {
        int like = CharacterTable.LOOK_ALIKES.of(typed);
        return of(like == typed ? small : Character.toLowerCase(like));
    }

    /**
     * Whether a letter can be taken for another.
     *
     * @param typed as it stands in a text
     * @param small the same without case
     * @param meant that of a list, without case
     */
    static boolean isAlike(int typed, int small, int meant) {
        if (small == meant) {
            return true;
        }
        int asMeant = shape(meant);
        int asCapital = shape(Character.toUpperCase(meant));
        int asSmall = shape(small);
        int asTyped = shape(typed);
        return asSmall == asMeant || asSmall == asCapital || asTyped == asMeant || asTyped == asCapital;
    }

    private static int shape(int character) {
        return letter(CharacterTable.LOOK_ALIKES.of(character));
    }

    private static int letter(int character) {
        int small = Character.toLowerCase(character);
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
}
