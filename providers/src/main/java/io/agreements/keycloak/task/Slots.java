package io.agreements.keycloak.task;

/**
 * Where users are among {@value #NUMBER} places, by a hash of their ids. It is stored, and the same on every node, version
 * and database for ever.
 *
 * @param first of some of the places, from 0
 * @param last the last one, which is one of them
 */
public record Slots(int first, int last) {

    /** How many there are. */
    public static final int NUMBER = 1024;

    /** @return from 0 to {@value #NUMBER} less one */
    public static int of(String userId) {
        // String's own hash is part of Java's specification; its low bits alone tell little of long ids.
        int hash = userId.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return (hash ^ hash >>> 16) & NUMBER - 1;
    }
}
