package io.agreements.keycloak.rest;

/**
 * Which part of a list is asked for.
 *
 * @param first how many to pass over, at most {@link #FARTHEST_FIRST}
 * @param max the most there are to be
 */
public record Paging(int first, int max) {

    /** What is passed over is read for nothing: of a list that may be longer than this, each page tells how to go on. */
    public static final int FARTHEST_FIRST = 10_000;

    private static final int DEFAULT_MAX = 100;
    private static final int LARGEST_MAX = 1000;

    /** Of what was said in the address; 400 if it cannot be had. */
    public static Paging of(String first, String max) {
        return Parameters.read(() -> said(first, max, ""));
    }

    /** @param instead what else to do where too many are to be passed over; empty for nothing */
    static Paging said(String first, String max, String instead) {
        Integer passedOver = new Said("first", first).number();
        Integer most = new Said("max", max).number();
        if (passedOver != null && passedOver < 0) {
            throw new IllegalArgumentException("first must not be negative");
        }
        if (passedOver != null && passedOver > FARTHEST_FIRST) {
            throw new IllegalArgumentException("first must not be more than " + FARTHEST_FIRST + instead);
        }
        if (most != null && (most < 1 || most > LARGEST_MAX)) {
            throw new IllegalArgumentException("max must be between 1 and " + LARGEST_MAX);
        }
        return new Paging(passedOver == null ? 0 : passedOver, most == null ? DEFAULT_MAX : most);
    }
}
