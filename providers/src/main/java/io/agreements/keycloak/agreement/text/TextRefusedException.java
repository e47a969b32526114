package io.agreements.keycloak.agreement.text;

/** A text that costs more to be shown than any text of an agreement needs. The message says what to change. */
public final class TextRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    private TextRefusedException(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    public static TextRefusedException because(String reason) {
        return new TextRefusedException(reason, true);
    }

    public static TextRefusedException tooSlow(long seconds) {
        return new TextRefusedException(
                "content could not be made ready within " + seconds + " seconds. Try again; if that does not help, use"
                        + " fewer brackets and lists within lists",
                false);
    }

    /** Whether the text is refused whenever it is tried; if not, the server was busy. */
    public boolean isLasting() {
        return lasting;
    }
}
