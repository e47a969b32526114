package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.account.mail.Delivery;
import io.agreements.keycloak.account.mail.Letter;
import io.agreements.keycloak.account.mail.MailKind;
import io.agreements.keycloak.account.mail.Recipient;
import io.agreements.keycloak.account.mail.UserMail;
import io.agreements.keycloak.account.mail.Verbatim;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.language.Isolated;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.PageMessages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Tells a user of a new version: what changed, from when it holds, where to read it. */
final class NewVersionMail {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    NewVersionMail(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    Delivery send(Addressee addressee, MailingSubject subject, URI base) {
        Recipient recipient = addressee.recipient();
        Locale reader = session.getContext().resolveLocale(recipient.toUser(session, realm));
        PageMessages messages = PageMessages.of(session, realm, reader, Theme.Type.EMAIL);
        Text text = subject.version().textFor(reader, subject.agreement().bindingLocale());
        String title = messages.title(oneLine(text.title()), new Language(text.locale()));
        return new UserMail(session, realm)
                .send(new Letter(
                        recipient,
                        MailKind.NEW_VERSION,
                        List.of(title),
                        attributes(addressee, subject, title, text, messages, new AgreementUrls(base, realm)),
                        base));
    }

    private Map<String, Object> attributes(
            Addressee addressee,
            MailingSubject subject,
            String title,
            Text text,
            PageMessages messages,
            AgreementUrls urls) {
        Agreement agreement = subject.agreement();
        Version version = subject.version();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("agreementTitle", new Verbatim(title));
        attributes.put("versionInWords", new Verbatim(inWords(version, messages)));
        attributes.put("versionNumber", String.valueOf(version.number()));
        attributes.put("versionLabel", version.label() == null ? "" : new Verbatim(version.label()));
        attributes.put("material", version.material());
        attributes.put("acknowledgement", agreement.isAcknowledgement());
        Instant effectiveAt = version.timeline().effectiveAt();
        attributes.put(
                "textKey",
                effectiveAt.isAfter(clock.instant()) ? "agreementsNewVersionText" : "agreementsNewVersionInForceText");
        attributes.put("effectiveDate", messages.date(effectiveAt));
        // Nobody has to agree to what is optional by any day.
        if (agreement.isRequired() && !version.timeline().isEnforced(clock.instant())) {
            attributes.put("enforcedDate", messages.date(version.timeline().enforcedAt()));
        }
        attributes.put("textLanguage", new Language(text.locale()));
        attributes.put("summary", Objects.requireNonNullElse(text.summary(), ""));
        attributes.put(
                "readUrl", urls.version(agreement.key(), version.number()).toString());
        subject.comparedWith(addressee.acceptedVersion(), clock.instant())
                .ifPresent(older -> attributes.put(
                        "changesUrl",
                        urls.changes(agreement.key(), older, version.number()).toString()));
        return attributes;
    }

    /** In the words of the realm's e-mail theme. */
    private static String inWords(Version version, PageMessages messages) {
        String number = String.valueOf(version.number());
        return version.label() == null || version.label().isEmpty()
                ? messages.get("agreementsVersion", number)
                : messages.get(
                        "agreementsVersionLabelled", number, Isolated.words(version.label(), messages.language()));
    }

    /** It stands in the header of a mail. */
    private static String oneLine(String title) {
        return title.replaceAll("\\s+", " ").strip();
    }
}
