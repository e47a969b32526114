package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.text.ArticleCounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a draft is fit to be published. */
public final class PublicationCheck {

    /** The record of a publication names the digest of each text. */
    private static final int MOST_LANGUAGES = 40;

    private final AgreementProvider agreements;

    public PublicationCheck(AgreementProvider agreements) {
        this.agreements = agreements;
    }

    /**
     * Why the version cannot be published, in words for an administrator.
     *
     * @return empty if it can be
     */
    public Optional<String> problem(Agreement agreement, Version version) {
        if (version.text(agreement.bindingLocale()).isEmpty()) {
            return Optional.of("The text that binds is missing: write the one in " + agreement.bindingLocale() + ".");
        }
        if (version.texts().size() > MOST_LANGUAGES) {
            return Optional.of("It has texts in " + version.texts().size() + " languages; there is room for "
                    + MOST_LANGUAGES + ".");
        }
        return newerPublished(agreement, version)
                .map(newer ->
                        "Version " + newer + " was published before. A version with a lower number would never be in"
                                + " force: put its text into a new one.")
                .or(() -> ArticleCounts.difference(contents(version))
                        .map(counts -> "The number of articles (##) differs between its languages: " + counts + "."));
    }

    private static Optional<Integer> newerPublished(Agreement agreement, Version version) {
        return agreement.versions().stream()
                .filter(other -> other.number() > version.number())
                .filter(other -> other.timeline().publishedAt() != null
                        && other.timeline().retractedAt() == null)
                .map(Version::number)
                .findFirst();
    }

    private Map<String, byte[]> contents(Version version) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        version.texts()
                .forEach(text ->
                        contents.put(text.locale(), agreements.content(text).orElseThrow()));
        return contents;
    }
}
