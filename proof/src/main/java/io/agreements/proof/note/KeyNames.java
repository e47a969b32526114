package io.agreements.proof.note;

import io.agreements.proof.MalformedException;

/** What a key may be called. */
final class KeyNames {

    private static final int LONGEST = 1024;
    private static final int NEXT_LINE = 0x85;

    private KeyNames() {}

    static String check(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new MalformedException("The name of a key has between 1 and %d characters".formatted(LONGEST));
        }
        if (name.codePoints().anyMatch(KeyNames::isForbidden)) {
            throw new MalformedException("The name of a key has neither spaces nor control characters nor a plus sign");
        }
        return name;
    }

    private static boolean isForbidden(int character) {
        return character == '+'
                || character < ' '
                || character == NEXT_LINE
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character)
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
