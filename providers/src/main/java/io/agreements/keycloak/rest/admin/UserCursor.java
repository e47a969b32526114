package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.rest.Cursor;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a row stands in a list of users, in letters that mean nothing to who keeps them: what the list is ordered by. So a list
 * goes on behind a row that is no longer on it, because its user has decided or is gone.
 */
public final class UserCursor {

    private static final String UNKNOWN = "after must be the cursor of a row of the list with this status";

    /** Of one who has still to decide: the name. PostgreSQL takes every character but one. */
    private static final Pattern PENDING = Pattern.compile("n([^\\x00]{1,255})");

    /** Of one who decided: when, and the id. */
    private static final Pattern DECIDED = Pattern.compile("d(-?[0-9]{1,18}):([^\\x00]{1,255})");

    private UserCursor() {}

    public static String of(DecisionStatus status, UserDecision user) {
        String place = status == DecisionStatus.PENDING
                ? "n" + user.username()
                : "d" + user.decidedAt().toEpochMilli() + ":" + user.userId();
        return Cursor.write(place);
    }

    /**
     * The place, as far as the list is ordered by it.
     *
     * @throws IllegalArgumentException if it is none of a list of that status
     */
    public static UserDecision read(DecisionStatus status, String cursor) {
        Matcher place = (status == DecisionStatus.PENDING ? PENDING : DECIDED).matcher(Cursor.read(cursor, UNKNOWN));
        if (!place.matches()) {
            throw new IllegalArgumentException(UNKNOWN);
        }
        return status == DecisionStatus.PENDING
                ? new UserDecision(null, place.group(1), null, null, null, null)
                : new UserDecision(
                        place.group(2), null, null, null, null, Instant.ofEpochMilli(Long.parseLong(place.group(1))));
    }
}
