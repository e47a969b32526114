package io.agreements.keycloak.task;

/**
 * Some users by their ids, in the order of the database. Ids that Keycloak makes are random, so that ranges of them are about
 * as large; whatever they are, each is in one range.
 *
 * @param after they come after this one; null from the beginning
 * @param upTo the last one there may be; null to the end
 */
public record IdRange(String after, String upTo) {

    /** Two hexadecimal digits, with which ids begin. */
    private static final int BEGINNINGS = 256;

    /**
     * One of several ranges that are all users together.
     *
     * @param number which one, from 0
     * @param of how many there are, from 1 to {@value Shards#MOST}
     */
    public static IdRange of(int number, int of) {
        return new IdRange(
                number == 0 ? null : beginning(number, of), number == of - 1 ? null : beginning(number + 1, of));
    }

    private static String beginning(int number, int of) {
        return "%02x".formatted(number * BEGINNINGS / of);
    }
}
