package io.agreements.keycloak.rest;

import java.util.function.Function;

/**
 * Which part of a long list is asked for: what comes behind a row, at the same cost however far on; or, near the beginning,
 * what comes behind a number of rows.
 *
 * @param first how many to pass over; 0 if a row is said
 * @param after the row behind which the list goes on; null for its beginning
 * @param max the most there are to be
 */
public record Keyset<R>(int first, R after, int max) {

    private static final String INSTEAD = ": say as after which row the list is to go on behind, at any distance";

    /** Longer than any: a name of 255 characters of four bytes each, in Base64. */
    private static final int LONGEST_AFTER = 2_000;

    /**
     * Of what was said in the address; 400 if it cannot be had.
     *
     * @param row reads what stands for a row; throws {@link IllegalArgumentException} if it stands for none of this list
     */
    public static <R> Keyset<R> of(String first, String after, String max, Function<String, R> row) {
        return Parameters.read(() -> said(first, after, max, row));
    }

    static <R> Keyset<R> said(String first, String after, String max, Function<String, R> row) {
        Paging paging = Paging.said(first, max, INSTEAD);
        if (after == null || after.isEmpty()) {
            return new Keyset<>(paging.first(), null, paging.max());
        }
        if (paging.first() > 0) {
            throw new IllegalArgumentException("say first or after, not both");
        }
        if (after.length() > LONGEST_AFTER) {
            throw new IllegalArgumentException("after must be what the list gave of a row");
        }
        return new Keyset<>(0, row.apply(after), paging.max());
    }
}
