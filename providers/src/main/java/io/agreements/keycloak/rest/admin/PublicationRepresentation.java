package io.agreements.keycloak.rest.admin;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;

/**
 * When a draft is to be published. Times are milliseconds since 1970 in UTC.
 *
 * @param edits the draft's, as it was read
 * @param material whether it needs a new acceptance; as the draft says if left out
 * @param publishedAt from when users may read and accept it; now if left out
 * @param effectiveAt from when new users get it; with the publication if left out
 * @param enforcedAt from when existing users cannot go on without it; once it is effective if left out
 */
@JsonDeserialize(using = SentJson.class)
public record PublicationRepresentation(
        Integer edits, Boolean material, Long publishedAt, Long effectiveAt, Long enforcedAt) {

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Timeline toTimeline(Instant now) {
        Instant published = publishedAt == null ? now : Instant.ofEpochMilli(publishedAt);
        if (published.isBefore(now)) {
            throw new IllegalArgumentException("publishedAt must not lie in the past; leave it out for now");
        }
        Instant effective = effectiveAt == null ? published : Instant.ofEpochMilli(effectiveAt);
        Instant enforced = enforcedAt == null ? effective : Instant.ofEpochMilli(enforcedAt);
        return new Timeline(published, effective, enforced, null);
    }
}
