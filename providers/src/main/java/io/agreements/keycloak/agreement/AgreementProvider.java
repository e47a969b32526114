package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.text.BusyException;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Keeps the agreements of realms. Writing takes part in the session's transaction.
 *
 * <p>What can be edited counts its edits. Whoever changes it names the count it was read with; if it is another one by now,
 * nothing is written and a {@link StaleEditException} thrown. What is named but not there gives an
 * {@link IllegalArgumentException}.
 */
public interface AgreementProvider extends Provider {

    /** What the reason is called, in REST and in files, why the languages of a version may differ in their articles. */
    String ARTICLES_DIFFER = "articlesDiffer";

    /**
     * All agreements of the realm, from this node's snapshot where that is still good. What is published is as the store
     * has it, or had it a few seconds ago where nobody could be told; drafts may be as they were some time ago. Its
     * revision is what is kept with whatever is derived from it.
     */
    Catalogue catalogue(RealmModel realm);

    /** All agreements of the realm as the store has them now, drafts included. */
    Catalogue stored(RealmModel realm);

    /** The Markdown of a text, byte for byte what its digest is of, in UTF-8; empty if the text is not there. */
    Optional<byte[]> content(Text text);

    /**
     * The text as HTML that is safe to put into a page, with its articles; rendered once and kept.
     *
     * @param surroundings where it is to stand
     * @throws IllegalStateException if the text is not there
     */
    RenderedText rendered(Text text, Surroundings surroundings);

    /** The text as HTML alone. */
    default String html(Text text, Surroundings surroundings) {
        return rendered(text, surroundings).html();
    }

    /**
     * The clauses that the text's author draws attention to, in order; found once and kept.
     *
     * @throws IllegalStateException if the text is not there
     */
    List<AttentionClause> attention(Text text);

    /**
     * What is different between two texts in the same locale; compared once and kept.
     *
     * @return empty if one of them is not there
     */
    Optional<TextChanges> changes(Text older, Text newer);

    /**
     * The same for somebody who need not have signed in, and may ask for one pair after the other: what nobody has compared
     * yet is compared for all of them one at a time.
     *
     * @return empty if one of them is not there
     * @throws BusyException if others have the time for it now
     */
    Optional<TextChanges> changesForAnybody(Text older, Text newer);

    /**
     * Adds an agreement without versions.
     *
     * @throws ModelDuplicateException if there is one with that key
     */
    void addAgreement(RealmModel realm, AgreementSettings settings);

    /**
     * Changes the settings of the agreement with that key.
     *
     * @throws StateConflictException if the {@linkplain AgreementRules rules} are against it
     */
    void updateAgreement(RealmModel realm, AgreementSettings settings, int edits);

    /**
     * Deletes an agreement with all its drafts.
     *
     * @throws StateConflictException if a version of it was ever published
     */
    void removeAgreement(RealmModel realm, String agreementKey);

    /**
     * Writes versions with their texts, in their order: new ones, and drafts in place of what they were. One with a timeline
     * is published by that. It costs what is written, however many versions there are.
     *
     * @throws IllegalArgumentException if one is to be published and the {@linkplain AgreementRules rules} are against it, or
     *     there is no room for so many
     * @throws ModelDuplicateException if one is new and the agreement has a version with that number
     * @throws StateConflictException if one is in place of what is no draft
     */
    void writeVersions(RealmModel realm, String agreementKey, List<VersionWrite> versions);

    /** Adds a version with its texts, as {@link #writeVersions} does. */
    default void addVersion(RealmModel realm, String agreementKey, NewVersion version) {
        writeVersions(realm, agreementKey, List.of(VersionWrite.added(version)));
    }

    /**
     * Changes what is said of a draft besides its texts.
     *
     * @throws StateConflictException if it is no draft
     */
    void updateDraft(RealmModel realm, String agreementKey, int number, VersionSettings settings, int edits);

    /**
     * Deletes a version that is still a draft, texts included.
     *
     * @throws StateConflictException if it is no draft
     */
    void removeDraft(RealmModel realm, String agreementKey, int number);

    /**
     * Adds a text to a draft, which counts as an edit of the draft too.
     *
     * @throws StateConflictException if it is no draft
     * @throws ModelDuplicateException if it has a text in that locale
     */
    void addText(RealmModel realm, String agreementKey, int number, NewText text);

    /**
     * Replaces a text of a draft, which counts as an edit of the draft too.
     *
     * @throws StateConflictException if it is no draft
     */
    void updateText(RealmModel realm, String agreementKey, int number, NewText text, int edits);

    /**
     * Deletes a text of a draft, which counts as an edit of the draft too.
     *
     * @throws StateConflictException if it is no draft
     */
    void removeText(RealmModel realm, String agreementKey, int number, String locale);

    /**
     * Gives a draft its timeline; from then on nothing of it changes any more.
     *
     * @throws StateConflictException if it is no draft
     * @throws IllegalArgumentException if the {@linkplain AgreementRules rules} are against it
     */
    void publish(RealmModel realm, String agreementKey, int number, Publication publication, int edits);

    /**
     * Pulls a published version back: from that moment the version before is in force again. If its publication would only
     * come after that moment, it is a draft again.
     *
     * @throws IllegalArgumentException if there is no such version
     * @throws StateConflictException if it is a draft, or retracted already
     */
    void retract(RealmModel realm, String agreementKey, int number, Instant retractedAt, int edits);

    /**
     * What was taken over from files last, so that a later edit is told from an older file: digests, by {@code key} for
     * settings and by {@code key/number} for versions.
     */
    Map<String, String> sources(RealmModel realm);

    /** Keeps such digests; what they are of is there. */
    void keepSources(RealmModel realm, Map<String, String> digests);

    /**
     * Writes a part of something larger in a transaction of its own, on behalf of the same caller: nobody waits for more than
     * that part, and what comes before it stays.
     *
     * @throws StaleEditException if the store refuses it only because of somebody else at the same moment
     */
    void apart(RealmModel realm, Part part);

    /** A part that is written by itself. */
    interface Part {

        /**
         * @param agreements of the transaction it is written in
         * @param realm as that transaction sees it
         */
        void write(AgreementProvider agreements, RealmModel realm);
    }

    /** What can be said of an agreement besides its versions. */
    record AgreementSettings(
            String key,
            Requirement requirement,
            String bindingLocale,
            int position,
            Audience audience,
            Integer reacceptAfterDays) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public AgreementSettings {
            Limits.requireKey(key);
            Limits.require("requirement", requirement);
            Limits.requireLocale("bindingLocale", bindingLocale);
            Limits.requireBetween("position", position, -Limits.POSITION, Limits.POSITION);
            Limits.require("audience", audience);
            Limits.requireAudience(audience);
            if (reacceptAfterDays != null) {
                Limits.requireBetween("reacceptAfterDays", reacceptAfterDays, 1, Limits.REACCEPT_AFTER_DAYS);
            }
        }

        /** The same for others. */
        public AgreementSettings with(Audience other) {
            return new AgreementSettings(key, requirement, bindingLocale, position, other, reacceptAfterDays);
        }

        public static AgreementSettings of(Agreement agreement) {
            return new AgreementSettings(
                    agreement.key(),
                    agreement.requirement(),
                    agreement.bindingLocale(),
                    agreement.position(),
                    agreement.audience(),
                    agreement.reacceptAfterDays());
        }
    }

    /**
     * What can be said of a version besides its timeline and texts.
     *
     * @param label null if there is none
     * @param articlesDiffer why its languages may differ in their articles; null if they may not
     */
    record VersionSettings(
            String label, boolean material, AcceptanceMode acceptance, boolean readToEnd, String articlesDiffer) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public VersionSettings {
            Limits.requireLength("label", label, Limits.LABEL);
            Limits.requireLine("label", label);
            Limits.requireSeen("label", label);
            Limits.require("acceptance", acceptance);
            Limits.requireReason(ARTICLES_DIFFER, articlesDiffer);
        }

        /** Of one whose languages may not differ. */
        public VersionSettings(String label, boolean material, AcceptanceMode acceptance, boolean readToEnd) {
            this(label, material, acceptance, readToEnd, null);
        }

        public static VersionSettings of(Version version) {
            return new VersionSettings(
                    version.label(),
                    version.material(),
                    version.acceptance(),
                    version.readToEnd(),
                    version.articlesDiffer());
        }
    }

    /**
     * How a draft is to be published.
     *
     * @param material whether it needs a new acceptance
     * @param articlesDiffer why its languages may differ in their articles, kept if they do; null if they may not
     */
    record Publication(Timeline timeline, boolean material, String articlesDiffer) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public Publication {
            Limits.requireReason(ARTICLES_DIFFER, articlesDiffer);
        }
    }

    /**
     * A version that is to be stored.
     *
     * @param version what it is to be
     * @param edits those of the draft in whose place it comes, as they were read; null if it is new
     * @param source the digest of what files say, to be kept with what is new; null if it is of none
     */
    record VersionWrite(NewVersion version, Integer edits, String source) {

        public static VersionWrite added(NewVersion version) {
            return added(version, null);
        }

        /** The same from files. */
        public static VersionWrite added(NewVersion version, String source) {
            return new VersionWrite(version, null, source);
        }

        /** In place of a draft that was read with that many edits. */
        public static VersionWrite inPlace(NewVersion version, int edits) {
            return new VersionWrite(version, edits, null);
        }

        public boolean isNew() {
            return edits == null;
        }
    }

    /** A version that is not stored yet. */
    record NewVersion(int number, VersionSettings settings, Timeline timeline, List<NewText> texts) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public NewVersion {
            Limits.requireBetween("number", number, 1, Limits.NUMBER);
            Limits.requireLanguages(texts.size());
            texts = List.copyOf(texts);
        }

        /** Its Markdown in UTF-8 by locale. */
        public Map<String, byte[]> contents() {
            return texts.stream().collect(Collectors.toMap(NewText::locale, NewText::content));
        }
    }

    /** A text that is not stored yet; its digest is taken when it is. */
    record NewText(String locale, String title, String summary, byte[] content) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public NewText {
            Limits.requireLocale("locale", locale);
            requireWords(title, summary);
            Limits.requireText(content);
            Limits.requireFit(content);
        }

        /** @throws IllegalArgumentException if one of the words beside a text cannot be kept */
        public static void requireWords(String title, String summary) {
            Limits.require("title", title);
            Limits.requireLength("title", title, Limits.TITLE);
            Limits.requireLine("title", title);
            Limits.requireSeen("title", title);
            Limits.requireLength("summary", summary, Limits.SUMMARY);
            Limits.requireLines("summary", summary);
            Limits.requireSeen("summary", summary);
        }
    }
}
