package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.AgreementProvider.Publication;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;

/**
 * When a draft is to be published. Times are milliseconds since 1970 in UTC.
 *
 * @param edits the draft's, as it was read
 * @param material whether it needs a new acceptance; as the draft says if left out
 * @param articlesDiffer why its languages may differ in their articles, in words, at most 500 characters; as the draft says
 *     if left out. Where they do not differ it is not kept
 * @param publishedAt from when users may read and accept it; now if left out
 * @param effectiveAt from when new users get it; with the publication if left out
 * @param enforcedAt from when existing users cannot go on without it; once it is effective if left out
 */
@JsonDeserialize(using = SentJson.class)
public record PublicationRepresentation(
        Integer edits, Boolean material, String articlesDiffer, Long publishedAt, Long effectiveAt, Long enforcedAt) {

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Publication toPublication(Version draft, Instant now) {
        String reason = VersionRepresentation.words(articlesDiffer);
        return new Publication(
                toTimeline(now),
                material == null ? draft.material() : material,
                reason == null ? draft.articlesDiffer() : reason);
    }

    public Timeline toTimeline(Instant now) {
        Instant published = publishedAt == null ? now : Instant.ofEpochMilli(publishedAt);
        if (published.isBefore(now)) {
            throw new IllegalArgumentException("publishedAt must not lie in the past; leave it out for now");
        }
        Instant effective = effectiveAt == null ? published : Instant.ofEpochMilli(effectiveAt);
        Instant enforced = enforcedAt == null ? effective : Instant.ofEpochMilli(enforcedAt);
        return new Timeline(published, effective, enforced, null);
    }
}
