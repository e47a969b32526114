package io.agreements.keycloak.acceptance.clearance;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is noted in a session of a user who was found to be clear.
 *
 * @param basis what it was found out from; without a slash
 * @param place the session it was written for, see {@link #ELSEWHERE}
 * @param since when the user's standings were read, to the millisecond
 * @param until when it is over
 */
record ClearanceNote(String basis, String place, Instant since, Instant until) {

    /** The place of a note that a sign-in brings to a session yet to be. */
    static final String ELSEWHERE = "";

    private static final Pattern TEXT = Pattern.compile("([^/]+)/([^/]*)/(\\d{1,15})/(\\d{1,15})");

    /** Empty if that is none, or null. */
    static Optional<ClearanceNote> parse(String text) {
        return Optional.ofNullable(text)
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(parts -> new ClearanceNote(parts.group(1), parts.group(2), moment(parts, 3), moment(parts, 4)));
    }

    String text() {
        return basis + "/" + place + "/" + since.toEpochMilli() + "/" + until.toEpochMilli();
    }

    boolean isFrom(String otherBasis, Instant now) {
        return basis.equals(otherBasis) && now.isBefore(until);
    }

    private static Instant moment(Matcher parts, int group) {
        return Instant.ofEpochMilli(Long.parseLong(parts.group(group)));
    }
}
