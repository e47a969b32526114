package io.agreements.keycloak.rest.admin;

/**
 * Which part of a list is asked for.
 *
 * @param first how many to pass over
 * @param max the most there are to be
 */
record Paging(int first, int max) {

    private static final int DEFAULT_MAX = 100;
    private static final int LARGEST_MAX = 1000;

    /** Of what was said in the request; 400 if it cannot be had. */
    static Paging of(Integer first, Integer max) {
        if (first != null && first < 0) {
            throw AdminContext.badRequest("first must not be negative");
        }
        if (max != null && (max < 1 || max > LARGEST_MAX)) {
            throw AdminContext.badRequest("max must be between 1 and " + LARGEST_MAX);
        }
        return new Paging(first == null ? 0 : first, max == null ? DEFAULT_MAX : max);
    }
}
