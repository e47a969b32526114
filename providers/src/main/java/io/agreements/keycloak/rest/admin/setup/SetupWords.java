package io.agreements.keycloak.rest.admin.setup;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.setup.Plan;
import io.agreements.keycloak.setup.Setup;
import io.agreements.keycloak.setup.condition.Sentence;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Says to an administrator what was found, in the language the request asks for, whichever the realm offers its users. */
final class SetupWords {

    /** Browsers name some five. */
    private static final int MOST_LANGUAGES = 10;

    private final PageMessages messages;

    SetupWords(KeycloakSession session, RealmModel realm) {
        this.messages = read(
                session,
                realm,
                session.getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages());
    }

    SetupRepresentation representation(Setup setup, Plan plan) {
        return new SetupRepresentation(
                setup.isInUse(),
                plan.fingerprint(),
                plan.parts().stream().map(this::condition).toList());
    }

    String words(Sentence sentence) {
        return messages.get(sentence.key(), sentence.parameters().toArray());
    }

    private SetupRepresentation.Condition condition(Plan.Part part) {
        return new SetupRepresentation.Condition(
                part.id(),
                words(Sentence.of(part.id())),
                part.finding().state(),
                words(part.finding().sentence()),
                part.changes().stream().map(change -> words(change.sentence())).toList(),
                part.withoutJars() == null ? null : words(part.withoutJars()),
                part.stays() == null ? null : words(part.stays()));
    }

    /** The first language of theirs that there are words in; else English. */
    private static PageMessages read(KeycloakSession session, RealmModel realm, List<Locale> acceptable) {
        return acceptable.stream()
                .filter(locale -> !Language.of(locale).locale().getLanguage().isEmpty())
                .limit(MOST_LANGUAGES)
                .map(locale -> PageMessages.of(session, realm, locale, Theme.Type.ADMIN))
                .filter(messages -> messages.language().isSameAs(Language.of(messages.locale())))
                .findFirst()
                .orElseGet(() -> PageMessages.of(session, realm, Locale.ENGLISH, Theme.Type.ADMIN));
    }
}
