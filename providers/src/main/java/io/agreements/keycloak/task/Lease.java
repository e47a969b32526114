package io.agreements.keycloak.task;

import java.time.Instant;

/**
 * A part of a task's work, for one owner alone until a moment.
 *
 * @param part which part, in the words of the task; 100 characters
 * @param owner whose it is; 36 characters
 * @param until when it ends, in UTC, to the millisecond
 * @param token higher each time the part goes to another owner
 */
public record Lease(String part, String owner, Instant until, long token) {

    /** One that nobody has had yet. */
    static Lease unowned(String part) {
        return new Lease(part, "-", Instant.EPOCH, 0);
    }
}
