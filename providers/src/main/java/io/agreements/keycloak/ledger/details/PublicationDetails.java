package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Of the publication of a version.
 *
 * @param action what became of it
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param material whether the version needs a new acceptance
 * @param acceptance how it is accepted
 * @param publishedAt from when it can be read
 * @param effectiveAt from when new users get it
 * @param enforcedAt from when nobody goes on without it; null if that is not said
 * @param retractedAt when it was pulled back; null if it was not
 * @param articlesDiffer why its languages may differ in their articles; null if they do not
 * @param articles by language tag, how many were recognised, where they differ; stored one by one, as {@code
 *     articles.<tag>}
 * @param digests by language tag, the SHA-256 of each text, hexadecimal; stored one by one, as {@code digest.<tag>}
 */
public record PublicationDetails(
        Action action,
        ActorKind by,
        String administrator,
        boolean material,
        String acceptance,
        Long publishedAt,
        Long effectiveAt,
        Long enforcedAt,
        Long retractedAt,
        String articlesDiffer,
        @JsonIgnore Map<String, Integer> articles,
        @JsonIgnore Map<String, String> digests)
        implements Details {

    private static final String ARTICLES = "articles.";
    private static final String DIGEST = "digest.";

    public PublicationDetails {
        articles = Map.copyOf(articles);
        digests = Map.copyOf(digests);
    }

    @JsonAnyGetter
    Map<String, Object> byLanguage() {
        Map<String, Object> named = new TreeMap<>();
        articles.forEach((locale, count) -> named.put(ARTICLES + locale, count));
        digests.forEach((locale, digest) -> named.put(DIGEST + locale, digest));
        return named;
    }

    @Override
    public Set<String> freeText() {
        return Set.of("articlesDiffer");
    }

    @Override
    public RecordType type() {
        return RecordType.PUBLICATION;
    }

    /** What became of a publication. */
    public enum Action {
        @JsonProperty("published")
        PUBLISHED,

        @JsonProperty("retracted")
        RETRACTED,

        @JsonProperty("cancelled")
        CANCELLED
    }
}
