package io.agreements.keycloak.agreement.text.outline;

/**
 * What the author of a text is told about it.
 *
 * @param line of the text, from 1
 * @param found what stands there
 * @param advice what to do about it
 * @param refused whether the text cannot be kept with it
 */
public record Remark(int line, String found, String advice, boolean refused) {

    @Override
    public String toString() {
        return "line " + line + ": " + found + "; " + advice;
    }
}
