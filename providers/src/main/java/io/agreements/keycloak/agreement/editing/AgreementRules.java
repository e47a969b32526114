package io.agreements.keycloak.agreement.editing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import io.agreements.keycloak.agreement.text.outline.Remark;
import java.util.Optional;
import java.util.stream.Collectors;

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
        boolean isAcknowledgement = wanted.requirement() == Requirement.ACKNOWLEDGEMENT;
        if (stored.isPublished() && stored.isAcknowledgement() != isAcknowledgement) {
            return Optional.of(
                    "The requirement of the agreement " + stored.key() + ", which has published versions, is "
                            + stored.requirement() + " and cannot change to " + wanted.requirement()
                            + ": what users took note of would become a consent, or the other way round. Make a new agreement"
                            + " with a key of its own instead.");
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
     * @param outlines what was recognised in each of its languages
     * @param articlesDiffer why they may differ in that; null if they may not
     */
    public static Optional<String> againstPublication(
            Agreement stored, String bindingLocale, int number, Outlines outlines, String articlesDiffer) {
        if (!outlines.byLocale().containsKey(bindingLocale)) {
            return Optional.of("The text that binds is missing: write the one in " + bindingLocale + ".");
        }
        return newerPublished(stored, number)
                .map(newer ->
                        "Version " + newer + " was published before. A version with a lower number would never be in"
                                + " force: put its text into a new one.")
                .or(() -> againstTexts(outlines, articlesDiffer));
    }

    /**
     * Against publishing these texts together, whatever version they are of.
     *
     * @param articlesDiffer why they may differ in their articles; null if they may not
     */
    public static Optional<String> againstTexts(Outlines outlines, String articlesDiffer) {
        return againstSlips(outlines)
                .or(() -> articlesDiffer != null
                        ? Optional.empty()
                        : outlines.difference()
                                .map(difference -> "Its languages differ in the articles that were recognised: "
                                        + difference.words()
                                        + ". Give each language the same articles, or say why they differ: "
                                        + AgreementProvider.ARTICLES_DIFFER + "."));
    }

    private static Optional<String> againstSlips(Outlines outlines) {
        String slips = outlines.byLocale().entrySet().stream()
                .filter(text -> text.getValue().remarks().stream().anyMatch(Remark::refused))
                .map(text -> "The text in " + text.getKey() + " cannot be kept as it is: "
                        + text.getValue().remarks().stream()
                                .filter(Remark::refused)
                                .map(Remark::toString)
                                .collect(Collectors.joining(". "))
                        + ".")
                .collect(Collectors.joining(" "));
        return slips.isEmpty() ? Optional.empty() : Optional.of(slips);
    }

    /**
     * The reason as it is kept with a version that is published: where nothing differs nothing is waived, and nobody is to
     * read that it was.
     *
     * @return null if there is none
     */
    public static String keptReason(Outlines outlines, String articlesDiffer) {
        return outlines.difference().isEmpty() ? null : articlesDiffer;
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
