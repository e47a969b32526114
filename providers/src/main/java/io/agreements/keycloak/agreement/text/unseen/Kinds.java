package io.agreements.keycloak.agreement.text.unseen;

/** Characters by themselves, wherever they stand. */
final class Kinds {

    private Kinds() {}

    static boolean isPlain(int character) {
        return character >= ' ' && character <= '~' || character == '\t';
    }

    static Verdict verdict(int character) {
        if (isPlain(character)) {
            return Verdict.SEEN;
        }
        if (character == 0xFFFD) {
            return Verdict.LOST;
        }
        if (character == 0xFFFC) {
            return Verdict.OBJECT;
        }
        if (isNoCharacter(character)) {
            return Verdict.UNSEEN;
        }
        boolean ignorable = character == 0x34F
                || character == 0x115F
                || character == 0x1160
                || character >= 0x17B4 && character <= 0x17B5
                || character == 0x2065
                || character == 0x3164
                || character == 0xFFA0
                || character >= 0xFFF0 && character <= 0xFFFB
                || character >= 0xE0000 && character <= 0xE0FFF
                || isVariation(character);
        return switch (Character.getType(character)) {
            case Character.FORMAT -> isShown(character) ? Verdict.SEEN : Verdict.UNSEEN;
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                Verdict.UNSEEN;
            case Character.PRIVATE_USE -> Verdict.PRIVATE;
            case Character.UNASSIGNED -> ignorable ? Verdict.UNSEEN : Verdict.UNKNOWN;
            default -> ignorable ? Verdict.UNSEEN : Verdict.SEEN;
        };
    }

    /** Whether it leaves a trace where it stands with nothing beside it. */
    static boolean isSeenAlone(int character) {
        Verdict verdict = verdict(character);
        boolean seen = verdict == Verdict.SEEN || verdict == Verdict.LOST || verdict == Verdict.UNKNOWN;
        return seen
                && !isDirection(character)
                && !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && character != 0x2800
                && character != 0x16FE4
                && character != 0x1D159;
    }

    /** Signs around or above numbers, which are called formatting and have a shape. */
    static boolean isShown(int character) {
        return character >= 0x600 && character <= 0x605
                || character == 0x6DD
                || character == 0x70F
                || character == 0x890
                || character == 0x891
                || character == 0x8E2
                || character == 0x110BD
                || character == 0x110CD;
    }

    static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    static boolean isDirection(int character) {
        return character == 0x200E
                || character == 0x200F
                || character == 0x61C
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    static boolean isRightToLeft(int character) {
        if (character < 0x590) {
            return false;
        }
        byte direction = Character.getDirectionality(character);
        return isLetterOrMark(character)
                && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    static boolean isLetterOrMark(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    static boolean isEmoji(int character) {
        return character >= 0x1F000 && character <= 0x1FAFF || Character.getType(character) == Character.OTHER_SYMBOL;
    }

    static boolean isTag(int character) {
        return character >= 0xE0020 && character <= 0xE007F;
    }

    static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180D
                || character == 0x180F;
    }
}
