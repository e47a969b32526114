package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementsPage;
import io.agreements.keycloak.page.decision.ComposedPage;
import io.agreements.keycloak.page.decision.EarlierAnswer;
import io.agreements.keycloak.page.decision.PageComposer;
import io.agreements.keycloak.page.decision.PageKind;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Composes pages that ask for decisions, and keeps what they show. */
public final class DecisionPages {

    private final KeycloakSession session;
    private final PageComposer composer;
    private final Presentations presentations;

    /** @param user whose language it is; null if there is none yet */
    public DecisionPages(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, UserModel user) {
        this.session = session;
        composer = new PageComposer(session, realm, session.getContext().resolveLocale(user));
        presentations = new Presentations(authSession);
    }

    /** @param answer whose ticks are kept, where they were for the versions shown now */
    public AgreementsPage compose(PageKind kind, Obligations open, Answer answer) {
        ComposedPage page =
                composer.compose(kind, open, new AnswerBefore(answer, presentations.find(answer.presentation())));
        session.getProvider(LedgerProvider.class).keep(page.wording());
        Presentation shown = new Presentation(
                UUID.randomUUID().toString(),
                page.wording().digest(),
                page.isDeclinable(),
                page.views().stream().map(Presentation.Item::of).toList());
        presentations.keep(shown);
        return page.shownAs(shown.id());
    }

    /** @param answered what was shown then; empty if nothing was */
    private record AnswerBefore(Answer answer, Optional<Presentation> answered) implements EarlierAnswer {

        @Override
        public boolean isTicked(Obligation obligation) {
            return answered.filter(page -> page.shows(obligation)).isPresent()
                    && answer.isTicked(obligation.agreement());
        }

        /** What came into view of this very text stays seen when the page is shown again. */
        @Override
        public String seen(AgreementView view) {
            boolean isSameText = answered.flatMap(page -> page.item(view.key()))
                    .filter(item -> item.digest().equals(view.digest()))
                    .isPresent();
            return (isSameText ? answer.seen(view.key()) : SeenClauses.NONE).field();
        }
    }
}
