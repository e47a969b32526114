package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.stream.Stream;

/** The versions that lead from one to a later one. */
final class VersionsBetween {

    private VersionsBetween() {}

    /** In order, the later one included; without drafts, and without those pulled back on the way. */
    static Stream<Version> of(Agreement agreement, int from, Version to) {
        return agreement.versions().stream()
                .filter(version -> version.number() > from && version.number() <= to.number())
                .filter(version -> version.number() == to.number() || counts(version, to));
    }

    private static boolean counts(Version version, Version to) {
        Instant publishedAt = version.timeline().publishedAt();
        Instant latest = to.timeline().publishedAt();
        return publishedAt != null
                && (latest == null || !publishedAt.isAfter(latest))
                && version.timeline().retractedAt() == null;
    }
}
