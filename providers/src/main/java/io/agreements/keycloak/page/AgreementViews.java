package io.agreements.keycloak.page;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.language.Isolated;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Makes agreements ready for a page in one language. */
public final class AgreementViews {

    /** So many are seen at a glance. */
    private static final int FEW_ARTICLES = 7;

    private final AgreementProvider agreements;
    private final PageMessages messages;
    private final AgreementUrls urls;
    private final AttentionViews attention;

    public AgreementViews(AgreementProvider agreements, PageMessages messages, AgreementUrls urls) {
        this.agreements = agreements;
        this.messages = messages;
        this.urls = urls;
        this.attention = new AttentionViews(agreements, messages);
    }

    /** What is asked of a user, with what changed where an earlier version was accepted. */
    public AgreementView of(Obligation obligation, int headingShift) {
        Text text = textOf(obligation.agreement(), obligation.version());
        Surroundings surroundings =
                Surroundings.among(headingShift, obligation.agreement().key(), text.locale());
        return view(
                obligation.agreement(),
                obligation.version(),
                text,
                surroundings,
                attention.of(text, surroundings, acceptedText(obligation, text.locale())),
                changeOf(obligation, text));
    }

    /** A version by itself, on a page that shows no other text. */
    public AgreementView of(Agreement agreement, Version version, int headingShift) {
        Text text = textOf(agreement, version);
        Surroundings surroundings = Surroundings.alone(headingShift, text.locale());
        return view(agreement, version, text, surroundings, attention.of(text, surroundings, Optional.empty()), null);
    }

    /** What changed from one version to a later one. */
    public ChangesView changes(Agreement agreement, Version older, Version newer) {
        return changes(agreement, older, newer, agreements::changes);
    }

    /**
     * The same for somebody who need not have signed in.
     *
     * @throws io.agreements.keycloak.agreement.text.BusyException if the server has no time for it now
     */
    public ChangesView changesForAnybody(Agreement agreement, Version older, Version newer) {
        return changes(agreement, older, newer, agreements::changesForAnybody);
    }

    private ChangesView changes(
            Agreement agreement,
            Version older,
            Version newer,
            BiFunction<Text, Text, Optional<TextChanges>> comparing) {
        Text shown = comparable(agreement, older, newer);
        List<ChangesView.Summary> summaries = VersionsBetween.of(agreement, older.number(), newer)
                .map(version -> new ChangesView.Summary(
                        version.number(),
                        edition(version),
                        version.text(shown.locale()).map(Text::summary).orElse(null)))
                .toList();
        return new ChangesView(
                agreement.key(),
                shown.title(),
                shown.locale(),
                new ChangesView.Edition(
                        older.number(),
                        edition(older),
                        urls.version(agreement.key(), older.number()).toString()),
                new ChangesView.Edition(
                        newer.number(),
                        edition(newer),
                        urls.version(agreement.key(), newer.number()).toString()),
                shown.locale().equals(agreement.bindingLocale()) ? null : translationNote(agreement, newer),
                summaries,
                older.text(shown.locale())
                        .flatMap(before -> comparing.apply(before, shown))
                        .orElse(null));
    }

    /** The newer text that suits the reader, or the binding one if only that can be compared. */
    private Text comparable(Agreement agreement, Version older, Version newer) {
        Text suits = textOf(agreement, newer);
        return older.text(suits.locale()).isPresent()
                ? suits
                : newer.text(agreement.bindingLocale())
                        .filter(binding -> older.text(binding.locale()).isPresent())
                        .orElse(suits);
    }

    private AgreementView view(
            Agreement agreement,
            Version version,
            Text text,
            Surroundings surroundings,
            AttentionView listed,
            AgreementView.Change change) {
        RenderedText rendered = agreements.rendered(text, surroundings);
        return new AgreementView(
                agreement.key(),
                text.title(),
                version.number(),
                edition(version),
                text.locale(),
                text.digest(),
                rendered.html(),
                urls.version(agreement.key(), version.number()).toString(),
                text.locale().equals(agreement.bindingLocale()) ? null : translationNote(agreement, version),
                listed,
                change,
                rendered.contents().size() > FEW_ARTICLES ? rendered.contents() : List.of());
    }

    private Text textOf(Agreement agreement, Version version) {
        return version.textFor(messages.locale(), agreement.bindingLocale());
    }

    /** The version in words: number, label, effective date. */
    public String edition(Version version) {
        String number = version.label() == null
                ? messages.get("agreementsVersion", String.valueOf(version.number()))
                : messages.get(
                        "agreementsVersionLabelled",
                        String.valueOf(version.number()),
                        Isolated.words(version.label(), messages.language()));
        Instant effectiveAt = version.timeline().effectiveAt();
        return effectiveAt == null ? number : messages.get("agreementsEdition", number, messages.date(effectiveAt));
    }

    private String translationNote(Agreement agreement, Version version) {
        return version.text(agreement.bindingLocale())
                .map(binding -> messages.get(
                        "agreementsTranslation", messages.title(binding.title(), new Language(binding.locale()))))
                .orElse(null);
    }

    private AgreementView.Change changeOf(Obligation obligation, Text text) {
        if (!obligation.isChange()) {
            return null;
        }
        Agreement agreement = obligation.agreement();
        int accepted = obligation.affirmed().versionNumber();
        return new AgreementView.Change(
                accepted,
                messages.get(
                        agreement.isAcknowledgement() ? "agreementsAcknowledgedChangedSince" : "agreementsChangedSince",
                        String.valueOf(accepted)),
                summary(agreement, accepted, obligation.version(), text.locale()),
                acceptedText(obligation, text.locale())
                        .flatMap(older -> agreements.changes(older, text))
                        .orElse(null));
    }

    /** The text accepted before, where that was another version. */
    private static Optional<Text> acceptedText(Obligation obligation, String locale) {
        return obligation.isChange()
                ? obligation
                        .agreement()
                        .version(obligation.affirmed().versionNumber())
                        .flatMap(version -> version.text(locale))
                : Optional.empty();
    }

    private static String summary(Agreement agreement, int accepted, Version owed, String locale) {
        String lines = VersionsBetween.of(agreement, accepted, owed)
                .flatMap(version -> version.text(locale).stream())
                .map(Text::summary)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }
}
