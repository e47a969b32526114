package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.AgreementsPage.Item;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.Templates;
import io.agreements.keycloak.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Composes pages that ask for decisions, in one language. It changes nothing. */
public final class PageComposer {

    /** The page has the first level, the agreement's title the second: an article's heading sinks to the third. */
    private static final int HEADING_SHIFT = 1;

    private final KeycloakSession session;
    private final PageMessages messages;
    private final AgreementViews views;

    public PageComposer(KeycloakSession session, RealmModel realm, Locale locale) {
        this.session = session;
        this.messages = PageMessages.of(session, realm, locale);
        this.views = new AgreementViews(
                session.getProvider(AgreementProvider.class), messages, new AgreementUrls(session, realm));
    }

    public ComposedPage compose(PageKind kind, Obligations open, EarlierAnswer earlier) {
        List<Item> required = open.demanded().stream()
                .map(obligation -> item(obligation, kind, earlier))
                .toList();
        List<Item> optional = open.optional().stream()
                .map(obligation -> item(obligation, kind, earlier))
                .toList();
        Map<String, String> labels = kind.labels(open, titles(open.demanded(), required), messages);
        String answer = Verb.of(open).answer();
        return new ComposedPage(
                required,
                optional,
                labels,
                answer,
                new Wording(messages, Templates.of(session, kind.templates()))
                        .of(kind.name(), labels, answer, required, optional));
    }

    private Item item(Obligation obligation, PageKind kind, EarlierAnswer earlier) {
        Agreement agreement = obligation.agreement();
        AgreementView view = views.of(obligation, HEADING_SHIFT);
        String choice = agreement.isRequired()
                ? kind.requiredChoice(agreement, title(view), messages)
                : messages.get("agreementsChoiceOptional", title(view));
        return new Item(
                view,
                choice,
                Tick.of(agreement),
                earlier.isTicked(obligation),
                obligation.version().readToEnd(),
                agreement.isAcknowledgement(),
                earlier.seen(view));
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
