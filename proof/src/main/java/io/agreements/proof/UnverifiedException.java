package io.agreements.proof;

/** What was read is in its format, but does not prove what it should; the message says what is wrong with it. */
public final class UnverifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnverifiedException(String message) {
        super(message);
    }
}
