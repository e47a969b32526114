package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.text.TextChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps the agreements of realms. Writing takes part in the session's transaction. */
public interface AgreementProvider extends Provider {

    /** All agreements of the realm, from this node's snapshot where that is still good. */
    Catalogue catalogue(RealmModel realm);

    /** The Markdown of a text, byte for byte what its digest is of, in UTF-8; empty if the text is not there. */
    Optional<byte[]> content(Text text);

    /**
     * The text as HTML that is safe to put into a page; rendered once and kept.
     *
     * @param headingShift by how many levels its headings sink
     * @throws IllegalStateException if the text is not there
     */
    String html(Text text, int headingShift);

    /**
     * What is different between two texts in the same locale; compared once and kept.
     *
     * @return empty if one of them is not there
     */
    Optional<TextChanges> changes(Text older, Text newer);

    /** Adds an agreement without versions, or changes the settings of the one with that key. */
    void saveAgreement(RealmModel realm, AgreementSettings settings);

    /**
     * Adds a version with its texts.
     *
     * @throws IllegalArgumentException if the agreement is not there or has a version with that number
     */
    void addVersion(RealmModel realm, String agreementKey, NewVersion version);

    /** Deletes a version that is still a draft, texts included. A published one is left alone: its text never changes. */
    void removeDraft(RealmModel realm, String agreementKey, int number);

    /**
     * Pulls a published version back: from that moment the version before is in force again.
     *
     * @throws IllegalArgumentException if there is no such version, it is a draft, or it is retracted already
     */
    void retract(RealmModel realm, String agreementKey, int number, Instant retractedAt);

    /** What can be said of an agreement besides its versions. */
    record AgreementSettings(
            String key,
            Requirement requirement,
            String bindingLocale,
            int position,
            Audience audience,
            Integer reacceptAfterDays) {}

    /** A version that is not stored yet. */
    record NewVersion(
            int number,
            String label,
            boolean material,
            AcceptanceMode acceptance,
            boolean readToEnd,
            Timeline timeline,
            List<NewText> texts) {}

    /** A text that is not stored yet; its digest is taken when it is. */
    record NewText(String locale, String title, String summary, byte[] content) {}
}
