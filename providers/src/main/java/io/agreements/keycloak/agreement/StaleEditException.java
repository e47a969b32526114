package io.agreements.keycloak.agreement;

/** Somebody else changed it since it was read: what was to be written would overwrite that unseen. */
public final class StaleEditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what was changed meanwhile, in words for an administrator */
    public StaleEditException(String what) {
        this(what, null);
    }

    /**
     * @param what was changed meanwhile, in words for an administrator
     * @param cause how it was found out
     */
    public StaleEditException(String what, Throwable cause) {
        super(what + " was changed by somebody else meanwhile. Read it again and repeat your change.", cause);
    }
}
