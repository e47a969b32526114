package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A published version as JSON. Times are milliseconds since 1970 in UTC.
 *
 * @param label left out if there is none
 * @param material whether it needs a new acceptance
 * @param retractedAt left out unless it has been retracted
 */
public record OpenVersion(
        int number,
        String label,
        VersionState state,
        boolean material,
        long publishedAt,
        long effectiveAt,
        long enforcedAt,
        Long retractedAt,
        List<OpenText> texts) {

    /** @param texts how a text is told: with its content or without */
    static OpenVersion of(Agreement agreement, Version version, Instant now, Function<Text, OpenText> texts) {
        return new OpenVersion(
                version.number(),
                version.label(),
                agreement.state(version, now),
                version.material(),
                version.timeline().publishedAt().toEpochMilli(),
                version.timeline().effectiveAt().toEpochMilli(),
                version.timeline().enforcedAt().toEpochMilli(),
                version.timeline().isRetracted(now)
                        ? version.timeline().retractedAt().toEpochMilli()
                        : null,
                version.texts().stream().map(texts).toList());
    }

    /** A version by itself, with what it is a version of. */
    public record WithAgreement(String key, Requirement requirement, String bindingLocale, OpenVersion version) {

        static WithAgreement of(Agreement agreement, Version version, Instant now, Function<Text, OpenText> texts) {
            return new WithAgreement(
                    agreement.key(),
                    agreement.requirement(),
                    agreement.bindingLocale(),
                    OpenVersion.of(agreement, version, now, texts));
        }
    }
}
