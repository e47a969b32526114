package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.AgreementsPage;
import io.agreements.keycloak.page.AgreementsPage.Item;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Composes pages that ask for decisions, and keeps what they show. */
public final class DecisionPages {

    /** The page has the first level, the agreement's title the second: an article's heading sinks to the third. */
    private static final int HEADING_SHIFT = 1;

    private final PageMessages messages;
    private final AgreementViews views;
    private final Presentations presentations;

    /** @param user whose language it is; null if there is none yet */
    public DecisionPages(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, UserModel user) {
        messages = PageMessages.of(session, realm, session.getContext().resolveLocale(user));
        views = new AgreementViews(
                session.getProvider(AgreementProvider.class), messages, new AgreementUrls(session, realm));
        presentations = new Presentations(authSession);
    }

    /** @param answer whose ticks are kept, where they were for the versions shown now */
    public AgreementsPage compose(PageKind kind, Obligations open, Answer answer) {
        Optional<Presentation> answered = presentations.find(answer.presentation());
        List<Item> required = open.demanded().stream()
                .map(obligation -> item(obligation, kind, answer, answered))
                .toList();
        List<Item> optional = open.optional().stream()
                .map(obligation -> item(obligation, kind, answer, answered))
                .toList();
        Map<String, String> labels = kind.labels(
                open, required.stream().map(item -> title(item.view())).toList(), messages);
        List<Item> all = Stream.concat(required.stream(), optional.stream()).toList();
        Presentation shown = new Presentation(
                UUID.randomUUID().toString(),
                AgreementsPage.digestOf(labels, all),
                labels.containsKey(PageKind.DECLINE),
                all.stream().map(item -> Presentation.Item.of(item.view())).toList());
        presentations.keep(shown);
        return new AgreementsPage(shown.id(), required, optional, labels, Assets.CURRENT);
    }

    private Item item(Obligation obligation, PageKind kind, Answer answer, Optional<Presentation> answered) {
        AgreementView view = views.of(obligation, HEADING_SHIFT);
        String choice = obligation.agreement().isRequired()
                ? kind.requiredChoice(title(view), messages)
                : messages.get("agreementsChoiceOptional", title(view));
        boolean chosen = answer.isTicked(view.key())
                && answered.filter(page -> page.shows(obligation)).isPresent();
        return new Item(view, choice, chosen, obligation.version().readToEnd());
    }

    private String title(AgreementView view) {
        return messages.title(view.title(), view.language());
    }
}
