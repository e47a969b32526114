package io.agreements.keycloak.agreement.text.unseen;

/** What is said of a character where it stands. */
public enum Verdict {
    SEEN(false),
    UNSEEN(true),
    /** Of one font. */
    PRIVATE(true),
    /** For a thing that is not here. */
    OBJECT(true),
    /** Shows what follows it in another order than it is stored. */
    OTHER_ORDER(true),
    /** Of direction, where nothing is written from right to left. */
    NO_DIRECTION(true),
    /** Of direction, without its other end. */
    UNCLOSED(true),
    /** Of direction, and kept. */
    DIRECTION(false),
    /** Seen only where a line ends. */
    BREAK(false),
    /** For a character that was lost. */
    LOST(false),
    /** None that this server knows. */
    UNKNOWN(false);

    private final boolean refused;

    Verdict(boolean refused) {
        this.refused = refused;
    }

    public boolean isRefused() {
        return refused;
    }
}
