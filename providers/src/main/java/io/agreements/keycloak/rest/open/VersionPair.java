package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Two published versions of an agreement, the older one first. */
record VersionPair(Version older, Version newer) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * @param from number of the older version; null for the one before the newer
     * @param to number of the newer version; null for the one published last
     * @throws Problem if these are not two published versions, the older one first
     */
    static VersionPair of(Agreement agreement, String from, String to, Instant now) {
        List<Version> published = agreement.versions().stream()
                .filter(version -> version.timeline().isPublished(now))
                .toList();
        if (published.isEmpty()) {
            throw Problem.notFound();
        }
        Version newer = to == null
                ? last(published, version -> !version.timeline().isRetracted(now))
                        .orElseThrow(Problem::nothingToCompare)
                : numbered(published, to);
        Version older = from == null
                ? before(agreement, newer, now).orElseThrow(Problem::nothingToCompare)
                : numbered(published, from);
        if (older.number() >= newer.number()) {
            throw Problem.wrongNumbers();
        }
        return new VersionPair(older, newer);
    }

    /** The version a reader of this one is likely to know: the last one published before that has not been retracted. */
    static Optional<Version> before(Agreement agreement, Version version, Instant now) {
        return last(
                agreement.versions(),
                older -> older.number() < version.number()
                        && older.timeline().isPublished(now)
                        && !older.timeline().isRetracted(now));
    }

    private static Optional<Version> last(List<Version> versions, Predicate<Version> condition) {
        return versions.stream().filter(condition).reduce((older, newer) -> newer);
    }

    private static Version numbered(List<Version> published, String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.wrongNumbers();
        }
        int wanted = Integer.parseInt(number);
        return last(published, version -> version.number() == wanted).orElseThrow(Problem::notFound);
    }
}
