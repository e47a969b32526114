package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Situation;
import java.time.Clock;
import java.util.List;

/** Who has an account: what is said is written at once. */
final class AccountHolder implements Respondent {

    private static final String DECLINED_PAGE = "agreement-declined.ftl";

    private final Stage stage;
    private final StepUp stepUp;
    private final Clock clock;

    AccountHolder(Stage stage, Clock clock) {
        this(stage, StepUp.NONE, clock);
    }

    /** @param stepUp what an application wants to know besides */
    AccountHolder(Stage stage, StepUp stepUp, Clock clock) {
        this.stage = stage;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @Override
    public Situation situation() {
        return stepUp.applyTo(Situation.of(
                stage.session(),
                stage.realm(),
                stage.user(),
                stage.authSession().getClient(),
                clock.instant()));
    }

    @Override
    public void accept(Situation situation, Presentation shown, Answer answer) {
        decisions()
                .accept(
                        stage.user(),
                        situation.open(),
                        shown,
                        answer,
                        stage.signIn().method());
    }

    @Override
    public void decline(List<Obligation> declined, Presentation shown, Answer answer) {
        decisions()
                .decline(stage.user(), declined, shown, answer, stage.signIn().method());
    }

    @Override
    public String declinedPage() {
        return DECLINED_PAGE;
    }

    private Decisions decisions() {
        return new Decisions(stage.session(), stage.realm(), stage.authSession(), clock);
    }
}
