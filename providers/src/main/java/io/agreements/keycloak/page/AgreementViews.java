package io.agreements.keycloak.page;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.Articles;
import io.agreements.keycloak.agreement.text.Articles.ArticleChanges;
import io.agreements.keycloak.agreement.text.TextBytes;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.keycloak.models.RealmModel;

/** Makes agreements ready for a page in one language. */
public final class AgreementViews {

    private final AgreementProvider agreements;
    private final RealmModel realm;
    private final PageMessages messages;
    private final AgreementUrls urls;
    private final Articles articles = new Articles();

    public AgreementViews(AgreementProvider agreements, RealmModel realm, PageMessages messages, AgreementUrls urls) {
        this.agreements = agreements;
        this.realm = realm;
        this.messages = messages;
        this.urls = urls;
    }

    /** What is asked of a user, with what changed where an earlier version was accepted. */
    public AgreementView of(Obligation obligation, int headingShift) {
        Text text = textOf(obligation.agreement(), obligation.version());
        return view(obligation.agreement(), obligation.version(), text, headingShift, changeOf(obligation, text));
    }

    /** A version by itself. */
    public AgreementView of(Agreement agreement, Version version, int headingShift) {
        return view(agreement, version, textOf(agreement, version), headingShift, null);
    }

    private AgreementView view(
            Agreement agreement, Version version, Text text, int headingShift, AgreementView.Change change) {
        return new AgreementView(
                agreement.key(),
                text.title(),
                version.number(),
                edition(version),
                text.locale(),
                text.digest(),
                agreements.html(text, headingShift),
                urls.version(agreement.key(), version.number()).toString(),
                text.locale().equals(agreement.bindingLocale()) ? null : translationNote(agreement, version),
                change);
    }

    private Text textOf(Agreement agreement, Version version) {
        return version.textFor(messages.locale(), agreement.bindingLocale());
    }

    /** The version in words: number, label, effective date. */
    public String edition(Version version) {
        String number = version.label() == null
                ? messages.get("agreementsVersion", String.valueOf(version.number()))
                : messages.get("agreementsVersionLabelled", String.valueOf(version.number()), version.label());
        Instant effectiveAt = version.timeline().effectiveAt();
        return effectiveAt == null ? number : messages.get("agreementsEdition", number, date(effectiveAt));
    }

    private String date(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(messages.locale())
                .withZone(RealmTimeZone.of(realm))
                .format(moment);
    }

    private String translationNote(Agreement agreement, Version version) {
        return version.text(agreement.bindingLocale())
                .map(binding -> messages.get("agreementsTranslation", binding.title()))
                .orElse(null);
    }

    private AgreementView.Change changeOf(Obligation obligation, Text text) {
        if (!obligation.isChange()) {
            return null;
        }
        int accepted = obligation.standing().versionNumber();
        return new AgreementView.Change(
                accepted,
                messages.get("agreementsChangedSince", String.valueOf(accepted)),
                text.summary(),
                articleChanges(obligation.agreement(), accepted, text));
    }

    private ArticleChanges articleChanges(Agreement agreement, int accepted, Text newer) {
        return agreement
                .version(accepted)
                .flatMap(version -> version.text(newer.locale()))
                .flatMap(older -> agreements.content(older))
                .flatMap(before -> agreements
                        .content(newer)
                        .map(after -> articles.changes(TextBytes.decode(before), TextBytes.decode(after))))
                .orElse(null);
    }
}
