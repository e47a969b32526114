package io.agreements.keycloak.rest.admin.deletion;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.rest.Cursor;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a request stands in the list; so the list goes on behind one that has been carried out meanwhile. */
final class DeletionCursor {

    private static final String UNKNOWN = "after must be the cursor of a row of the list";

    /** When it is due, and the id of the user. PostgreSQL takes every character but one. */
    private static final Pattern PLACE = Pattern.compile("(-?[0-9]{1,18}):([^\\x00]{1,255})");

    private DeletionCursor() {}

    static String of(DeletionRequest request) {
        return Cursor.write(request.dueAt().toEpochMilli() + ":" + request.userId());
    }

    /** @throws IllegalArgumentException if it is none */
    static DeletionRequestProvider.Place read(String cursor) {
        Matcher place = PLACE.matcher(Cursor.read(cursor, UNKNOWN));
        if (!place.matches()) {
            throw new IllegalArgumentException(UNKNOWN);
        }
        return new DeletionRequestProvider.Place(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2));
    }
}
