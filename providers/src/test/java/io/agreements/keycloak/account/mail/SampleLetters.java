package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.agreement.language.Language;
import java.util.List;
import java.util.Map;

/** A letter of each kind, with what its senders put in. */
final class SampleLetters {

    static final MailLinks LINKS = new MailLinks(
            "https://id.example.org/realms/shop/account",
            "https://id.example.org/realms/shop/account/my-data",
            "https://id.example.org/realms/shop/agreements");
    static final MailLinks NOWHERE = new MailLinks(null, null, null);
    static final Recipient ANN = new Recipient("id", "ann", "ann@example.org", "Ann", "Lee", "en");

    private static final String DATE = "1 December 2026";
    private static final String DECIDED = "November 30, 2026, 9:00 AM GMT+8";
    private static final String READ = "https://id.example.org/realms/shop/agreements/terms/versions/2";
    private static final String CHANGES = "https://id.example.org/realms/shop/agreements/terms/changes?from=1&to=2";

    private SampleLetters() {}

    static Letter of(MailKind kind) {
        return of(kind, ANN);
    }

    static Letter of(MailKind kind, Recipient recipient) {
        return new Letter(recipient, kind, List.of(), attributes(kind), null);
    }

    /** What has to be in both parts. */
    static List<String> facts(MailKind kind) {
        return switch (kind) {
            case DELETION_REQUESTED -> List.of(DATE);
            case DELETION_CANCELLED, DELETION_DONE, RESTRICTION_ENDED, DISCLOSURE, DISCLOSURE_CORRECTED ->
                List.of("Shop");
            case RESTRICTION_IMPOSED, RESTRICTION_CHANGED ->
                List.of(DATE, "Last name", "An insult.", "Article 4", DECIDED, "The court of Haidian", "2030");
            case APPEAL_RECEIVED, APPEAL_ANSWERED -> List.of("That was no insult.");
            case NEW_VERSION -> List.of("Terms", "Version 2", DATE, "The price.", CHANGES);
        };
    }

    static String link(MailKind kind) {
        return switch (kind) {
            case DELETION_DONE -> LINKS.agreements();
            case DISCLOSURE, DISCLOSURE_CORRECTED -> LINKS.myData();
            case NEW_VERSION -> READ;
            default -> LINKS.account();
        };
    }

    private static Map<String, Object> attributes(MailKind kind) {
        return switch (kind) {
            case DELETION_REQUESTED -> Map.of("textKey", "agreementsDeletionRequestedText", "dueDate", DATE);
            case DELETION_CANCELLED, RESTRICTION_ENDED, DISCLOSURE, DISCLOSURE_CORRECTED -> Map.of();
            case DELETION_DONE ->
                Map.of(
                        "recordsKey", "agreementsDeletionDoneRecordsErased",
                        "eventsKey", "agreementsDeletionDoneEventsErased");
            case RESTRICTION_IMPOSED, RESTRICTION_CHANGED ->
                Map.ofEntries(
                        Map.entry("introKey", "agreementsRestrictionTerminationText"),
                        Map.entry("until", DATE),
                        Map.entry("attribute", new Verbatim("Last name")),
                        Map.entry("groundKeys", List.of("restrictionGround.DEFAMATION")),
                        Map.entry("facts", new Verbatim("An insult.")),
                        Map.entry("article", new Verbatim("Article 4")),
                        Map.entry("decided", DECIDED),
                        Map.entry("appeal", new Verbatim("The court of Haidian")),
                        Map.entry("barredUntil", "2030"),
                        Map.entry("barredKeys", List.of("restrictionBarred.EMAIL")),
                        Map.entry(
                                "closingKeys", List.of("agreementsRestrictionSignIn", "agreementsRestrictionObject")));
            case APPEAL_RECEIVED, APPEAL_ANSWERED ->
                Map.of("appealKey", "agreementsAppealReceivedText", "words", new Verbatim("That was no insult."));
            case NEW_VERSION ->
                Map.of(
                        "textKey",
                        "agreementsNewVersionText",
                        "agreementTitle",
                        new Verbatim("Terms"),
                        "versionInWords",
                        new Verbatim("Version 2"),
                        "effectiveDate",
                        DATE,
                        "material",
                        true,
                        "acknowledgement",
                        false,
                        "textLanguage",
                        new Language("en"),
                        "summary",
                        "The price.",
                        "readUrl",
                        READ,
                        "changesUrl",
                        CHANGES);
        };
    }
}
