package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.AgreementsPage;
import io.agreements.keycloak.page.AgreementsPage.Item;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.Templates;
import io.agreements.keycloak.page.Wording;
import java.util.ArrayList;
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

    private final KeycloakSession session;
    private final PageMessages messages;
    private final AgreementViews views;
    private final Presentations presentations;

    /** @param user whose language it is; null if there is none yet */
    public DecisionPages(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, UserModel user) {
        this.session = session;
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
        Map<String, String> labels = kind.labels(open, titles(open.demanded(), required), messages);
        String answers = Verb.of(open).answer();
        Kept wording = new Wording(messages, Templates.of(session, kind.templates()))
                .of(kind.name(), labels, answers, required, optional);
        session.getProvider(LedgerProvider.class).keep(wording);
        List<Item> all = Stream.concat(required.stream(), optional.stream()).toList();
        Presentation shown = new Presentation(
                UUID.randomUUID().toString(),
                wording.digest(),
                labels.containsKey(PageKind.DECLINE) || labels.containsKey(PageKind.STOP),
                all.stream().map(item -> Presentation.Item.of(item.view())).toList());
        presentations.keep(shown);
        return new AgreementsPage(shown.id(), required, optional, labels, answers, Assets.CURRENT);
    }

    private Item item(Obligation obligation, PageKind kind, Answer answer, Optional<Presentation> answered) {
        AgreementView view = views.of(obligation, HEADING_SHIFT);
        String choice = obligation.agreement().isRequired()
                ? kind.requiredChoice(obligation.agreement(), title(view), messages)
                : messages.get("agreementsChoiceOptional", title(view));
        boolean shownBefore = answered.filter(page -> page.shows(obligation)).isPresent();
        return new Item(
                view,
                choice,
                Answer.tick(obligation.agreement()),
                shownBefore && answer.isTicked(obligation.agreement()),
                obligation.version().readToEnd(),
                obligation.agreement().isAcknowledgement(),
                seen(view, answer, answered));
    }

    /** What came into view of this very text stays seen when the page is shown again. */
    private static String seen(AgreementView view, Answer answer, Optional<Presentation> answered) {
        boolean isSameText = answered.flatMap(page -> page.item(view.key()))
                .filter(item -> item.digest().equals(view.digest()))
                .isPresent();
        return (isSameText ? answer.seen(view.key()) : SeenClauses.NONE).field();
    }

    /** @param items what is shown of each of them, in the same order */
    private DemandTitles titles(List<Obligation> demanded, List<Item> items) {
        List<String> toAccept = new ArrayList<>();
        List<String> toAcknowledge = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            boolean acknowledgement = demanded.get(place).agreement().isAcknowledgement();
            (acknowledgement ? toAcknowledge : toAccept)
                    .add(title(items.get(place).view()));
        }
        return new DemandTitles(toAccept, toAcknowledge);
    }

    private String title(AgreementView view) {
        return messages.title(view.title(), view.language());
    }
}
