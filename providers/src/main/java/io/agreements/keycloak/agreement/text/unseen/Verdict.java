package io.agreements.keycloak.agreement.text.unseen;

/** What is said of a character where it stands. */
enum Verdict {
    SEEN(false, "", ""),
    UNSEEN(true, "cannot be seen", "take it out"),
    PRIVATE(
            true,
            "has a shape in one font only, such as a sign pasted from a word processor",
            "write a character that everybody has instead; for a bullet a hyphen and a space"),
    OBJECT(true, "stands for a picture or another thing that is not here", "take it out"),
    OTHER_ORDER(
            true,
            "shows what follows it in another order than it is stored",
            "take it out, and write in the order of reading"),
    NO_DIRECTION(true, "cannot be seen, and nothing here is written from right to left", "take it out"),
    UNCLOSED(
            true,
            "begins or ends a change of direction that has no other end on its line",
            "take it out, or put the other end into the same line"),
    DIRECTION(
            false,
            "cannot be seen, and is kept because words of both directions stand here",
            "make sure that it is meant"),
    BREAK(
            false,
            "is not seen but where a line ends there, and is kept",
            "make sure that it is meant: a search for the word may not find it"),
    LOST(false, "stands for a character that was lost", "write the right one"),
    UNKNOWN(
            false,
            "is no character that this server knows, and is kept",
            "make sure that readers have a font that shows it");

    final boolean refused;
    final String found;
    final String advice;

    Verdict(boolean refused, String found, String advice) {
        this.refused = refused;
        this.found = found;
        this.advice = advice;
    }
}
