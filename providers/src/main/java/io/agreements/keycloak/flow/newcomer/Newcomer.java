package io.agreements.keycloak.flow.newcomer;

import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.flow.questioning.Answer;
import io.agreements.keycloak.flow.questioning.Decisions;
import io.agreements.keycloak.flow.questioning.Presentation;
import io.agreements.keycloak.flow.questioning.Respondent;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.page.Assets;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who comes from an identity provider and has no account yet: what is said is kept until there is one, and written with
 * it. Who declines gets none, so there is nothing to write.
 */
public final class Newcomer implements Respondent {

    private static final String DECLINED_PAGE = "agreement-declined-newcomer.ftl";

    private final Stage stage;
    private final KeptDecisions kept;
    private final Clock clock;

    public Newcomer(Stage stage, Clock clock) {
        this.stage = stage;
        this.kept = new KeptDecisions(stage.authSession());
        this.clock = clock;
    }

    /** What has been said already counts as if it stood. */
    @Override
    public Situation situation() {
        Instant now = clock.instant();
        Catalogue catalogue =
                stage.session().getProvider(AgreementProvider.class).catalogue(stage.realm());
        Standings standings = kept.standings();
        Subject subject = new Subject(
                now,
                stage.authSession().getClient().getClientId(),
                Subjects.rolesOfNewUser(stage.session(), stage.realm()));
        Obligations all = Obligations.of(catalogue, standings, subject, now);
        Obligations open = new Obligations(all.required(), List.of(), all.optional());
        return new Situation(catalogue, standings, subject, open, false, now);
    }

    @Override
    public void accept(Situation situation, Presentation shown, Answer answer) {
        kept.keep(Decisions.accepted(situation.open(), shown, answer), clock.instant());
    }

    @Override
    public Set<String> decline(List<Obligation> declined, Presentation shown, Answer answer) {
        kept.forget();
        return Set.of();
    }

    /** Nothing is on record before there is an account, and nobody makes accounts at any rate. */
    @Override
    public Optional<Instant> count(RateKind kind) {
        return Optional.empty();
    }

    @Override
    public Response waysOut(Instant recordedFrom) {
        return waysOut(situation().open());
    }

    @Override
    public Response waysOut(Obligations open) {
        return stage.form()
                .setAttribute("agreementAssets", Assets.CURRENT)
                .setAttribute("stopped", open.isToAcknowledge())
                .createForm(DECLINED_PAGE);
    }
}
