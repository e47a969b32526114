package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.VersionState;
import io.agreements.keycloak.rest.SentJson;
import io.agreements.keycloak.rest.admin.text.TextRepresentation;
import java.time.Instant;
import java.util.List;

/**
 * A version for administrators. Times are milliseconds since 1970 in UTC. What is not a setting is ignored when it is sent.
 *
 * @param label free words for it; left out if there are none
 * @param material whether it needs a new acceptance; true if left out
 * @param acceptance how existing users come to accept it; EXPLICIT if left out
 * @param readToEnd whether the end must have been reached before it can be accepted; false if left out
 * @param articlesDiffer why its languages may differ in their articles, in words; left out if they may not
 * @param state derived from the times; not a setting
 * @param publishedAt left out for a draft; not a setting, as are all times
 * @param edits how often it or one of its texts was changed; sent back with a change
 * @param texts without their content; not a setting
 * @param copyTextsOf number of the version whose texts a new draft begins with; only sent
 */
@JsonDeserialize(using = SentJson.class)
public record VersionRepresentation(
        Integer number,
        String label,
        Boolean material,
        AcceptanceMode acceptance,
        Boolean readToEnd,
        String articlesDiffer,
        VersionState state,
        Long publishedAt,
        Long effectiveAt,
        Long enforcedAt,
        Long retractedAt,
        Integer edits,
        List<TextRepresentation> texts,
        Integer copyTextsOf) {

    public static VersionRepresentation of(Agreement agreement, Version version, Instant now) {
        Timeline timeline = version.timeline();
        return new VersionRepresentation(
                version.number(),
                version.label(),
                version.material(),
                version.acceptance(),
                version.readToEnd(),
                version.articlesDiffer(),
                agreement.state(version, now),
                millis(timeline.publishedAt()),
                millis(timeline.effectiveAt()),
                millis(timeline.enforcedAt()),
                millis(timeline.retractedAt()),
                version.edits(),
                version.texts().stream().map(TextRepresentation::of).toList(),
                null);
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public VersionSettings toSettings() {
        return new VersionSettings(
                words(label),
                material == null || material,
                acceptance == null ? AcceptanceMode.EXPLICIT : acceptance,
                readToEnd != null && readToEnd,
                words(articlesDiffer));
    }

    /** Nothing but blanks is as good as nothing. */
    static String words(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
