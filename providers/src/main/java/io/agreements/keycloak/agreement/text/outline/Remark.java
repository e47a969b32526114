package io.agreements.keycloak.agreement.text.outline;

/**
 * What the author of a text is told about it.
 *
 * @param finding what kind of thing it is
 * @param line of the text, from 1
 * @param detail what stands there, or so much of it as tells it; null if the kind says all
 */
public record Remark(Finding finding, int line, String detail) {

    /** What stands there, in English words. */
    public String found() {
        return finding.found(detail);
    }

    /** What to do about it, in English words. */
    public String advice() {
        return finding.advice();
    }

    /** Whether the text cannot be kept with it. */
    public boolean refused() {
        return finding.isRefused();
    }

    @Override
    public String toString() {
        return "line " + line + ": " + found() + "; " + advice();
    }
}
