package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.text.outline.ArticleCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be done to an agreement in the state it is in. Whoever keeps agreements asks while nobody else can change that
 * state; whoever asks earlier does so only to be able to name all problems at once.
 *
 * <p>Each answer is what stands against it, in words for an administrator; empty if nothing does.
 */
public final class AgreementRules {

    private AgreementRules() {}

    /** Against other settings. */
    public static Optional<String> againstSettings(Agreement stored, AgreementSettings wanted) {
        if (stored.isPublished() && !stored.bindingLocale().equals(wanted.bindingLocale())) {
            return Optional.of("The binding locale of an agreement with published versions cannot change; it is "
                    + stored.bindingLocale() + ".");
        }
        return Optional.empty();
    }

    /** Against deleting it with all its versions. */
    public static Optional<String> againstRemoval(Agreement stored) {
        return stored.isPublished()
                ? Optional.of("The agreement " + stored.key()
                        + " has been published: what users decided on it must stay readable. Retract its versions"
                        + " instead.")
                : Optional.empty();
    }

    /** Against changing or deleting a version. */
    public static Optional<String> againstChange(String agreementKey, Version version) {
        return isPublished(version)
                ? Optional.of(name(agreementKey, version)
                        + " is published and cannot change any more. Write a new version instead.")
                : Optional.empty();
    }

    /**
     * Against publishing a version with that number.
     *
     * @param bindingLocale language tag of the text that is to bind
     * @param contents its Markdown in UTF-8 by locale
     */
    public static Optional<String> againstPublication(
            Agreement stored, String bindingLocale, int number, Map<String, byte[]> contents) {
        if (!contents.containsKey(bindingLocale)) {
            return Optional.of("The text that binds is missing: write the one in " + bindingLocale + ".");
        }
        return newerPublished(stored, number)
                .map(newer ->
                        "Version " + newer + " was published before. A version with a lower number would never be in"
                                + " force: put its text into a new one.")
                .or(() -> againstTexts(contents));
    }

    /** Against publishing these texts together, whatever version they are of. */
    public static Optional<String> againstTexts(Map<String, byte[]> contents) {
        return againstSlips(contents)
                .or(() -> ArticleCounts.difference(contents)
                        .map(counts -> "The number of articles differs between its languages: " + counts + "."));
    }

    private static Optional<String> againstSlips(Map<String, byte[]> contents) {
        List<String> slips = new ArrayList<>();
        new TreeMap<>(contents).forEach((locale, content) -> {
            try {
                Limits.requireFit(content);
            } catch (IllegalArgumentException slip) {
                slips.add("The text in " + locale + ": " + slip.getMessage() + ".");
            }
        });
        return slips.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", slips));
    }

    /** Against pulling a version back. */
    public static Optional<String> againstRetraction(String agreementKey, Version version) {
        if (!isPublished(version)) {
            return Optional.of(name(agreementKey, version) + " is a draft: there is nothing to retract.");
        }
        return version.timeline().retractedAt() == null
                ? Optional.empty()
                : Optional.of(name(agreementKey, version) + " is retracted already.");
    }

    private static Optional<Integer> newerPublished(Agreement stored, int number) {
        return stored.versions().stream()
                .filter(other -> other.number() > number)
                .filter(other -> isPublished(other) && other.timeline().retractedAt() == null)
                .map(Version::number)
                .findFirst();
    }

    private static boolean isPublished(Version version) {
        return version.timeline().publishedAt() != null;
    }

    private static String name(String agreementKey, Version version) {
        return "Version " + version.number() + " of " + agreementKey;
    }
}
