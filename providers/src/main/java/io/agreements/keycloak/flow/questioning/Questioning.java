package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.flow.SessionEnd;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.decision.PageKind;
import io.agreements.keycloak.page.decision.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Pages that ask for decisions, from the first one shown until the sign-in goes on or ends. */
public final class Questioning {

    private static final String PAGE = "agreement-acceptance.ftl";
    private static final String DECLINED = "agreements.declined";

    /** How often a refusal is tried where others decide for the same user at the same moment. */
    private static final int ATTEMPTS = 3;

    private final Stage stage;
    private final Respondent respondent;
    private final PageKind kind;

    public Questioning(Stage stage, Respondent respondent, PageKind kind) {
        this.stage = stage;
        this.respondent = respondent;
        this.kind = kind;
    }

    /** Asks, or goes on if there is nothing to ask. */
    public void begin() {
        Situation situation = respondent.situation();
        if (situation.open().isEmpty()) {
            stage.goOn(situation);
        } else if (hasDeclined(situation.open())) {
            stage.challenge(respondent.waysOut(situation.open()));
        } else {
            ask(situation.open(), List.of());
        }
    }

    /** Takes what has been sent back from a page. */
    public void proceed() {
        Answer answer = answer();
        switch (Objects.requireNonNullElse(answer.decision(), "")) {
            case "accept", "acknowledge", "confirm" -> affirm(answer);
            case "decline", "stop" -> decline(answer);
            case "later" -> goOnUnlessOwed();
            case "read" -> readAgain();
            case "delete" -> deleteAccount();
            case "leave" -> leave();
            default -> begin();
        }
    }

    private void affirm(Answer answer) {
        Situation situation = respondent.situation();
        Obligations open = situation.open();
        AnswerCheck check = check();
        Optional<Presentation> shown = check.presentation(answer, open);
        if (open.isEmpty()) {
            stage.goOn(situation);
        } else if (shown.isEmpty()) {
            ask(open, check.outdated(answer, open));
        } else if (!Verb.of(open).answer().equals(answer.decision())) {
            ask(open, List.of(new FormMessage(null, "agreementsNotShown")));
        } else if (!check.missing(answer, open, false).isEmpty()) {
            ask(open, check.missing(answer, open, false));
        } else {
            Optional<Instant> wait = isAskedAgain(open) ? respondent.count(RateKind.DECISION) : Optional.empty();
            if (wait.isPresent()) {
                ask(open, check.tooOften(open, messages().moment(wait.get())));
                return;
            }
            respondent.accept(situation, shown.get(), answer);
            goOnUnlessOwed();
        }
    }

    /** Whether an application asks for nothing but what was decided on before: that can be done time and again. */
    private static boolean isAskedAgain(Obligations open) {
        return open.demanded().isEmpty() && open.optional().stream().anyMatch(Obligation::isAskedAgain);
    }

    /** What is owed cannot wait; what is only offered is offered again at the next fresh sign-in. */
    private void goOnUnlessOwed() {
        Situation situation = respondent.situation();
        if (situation.open().required().isEmpty()) {
            stage.goOn(situation);
        } else {
            ask(situation.open(), List.of());
        }
    }

    /** What can be declined is what was shown, as long as it can be decided on, whatever is asked now. */
    private void decline(Answer answer) {
        Optional<Presentation> shown = check().declinable(answer);
        if (shown.isEmpty()) {
            begin();
            return;
        }
        List<Obligation> refused = refused(shown.get());
        if (refused.isEmpty()) {
            askWhatIsOpenNow(answer);
            return;
        }
        List<Obligation> declinable = declinable(refused);
        if (declinable.isEmpty()) {
            stage.challenge(respondent.waysOut(noteDeclined()));
            return;
        }
        Optional<Instant> wait = respondent.count(RateKind.REFUSAL);
        if (wait.isPresent()) {
            noteDeclined();
            stage.challenge(respondent.waysOut(wait.get()));
            return;
        }
        List<Obligation> left = decline(declinable, shown.get(), answer);
        if (left.isEmpty()) {
            stage.challenge(respondent.waysOut(noteDeclined()));
        } else {
            ask(new Obligations(left, List.of(), List.of()), List.of());
        }
    }

    /** @return what is asked now */
    private Obligations noteDeclined() {
        Obligations open = respondent.situation().open();
        stage.authSession().setAuthNote(DECLINED, owed(open));
        return open;
    }

    /**
     * A refusal counts even where the same user accepts in another window; where that happens at this very moment, it is
     * tried again.
     *
     * @return what could not be declined, time and again
     */
    private List<Obligation> decline(List<Obligation> declined, Presentation shown, Answer answer) {
        List<Obligation> left = declined;
        for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            Set<String> overtaken = respondent.decline(left, shown, answer);
            left = overtaken.isEmpty()
                    ? List.of()
                    : declinable(refused(shown)).stream()
                            .filter(obligation ->
                                    overtaken.contains(obligation.agreement().id()))
                            .toList();
        }
        return left;
    }

    /** What is only to be taken note of cannot be declined: who goes on without it has said nothing. */
    private static List<Obligation> declinable(List<Obligation> refused) {
        return refused.stream()
                .filter(obligation -> !obligation.agreement().isAcknowledgement())
                .toList();
    }

    private List<Obligation> refused(Presentation shown) {
        Situation situation = respondent.situation();
        return Obligations.requiredAndOpen(situation.catalogue(), situation.standings(), situation.now(), shown::shows);
    }

    private void askWhatIsOpenNow(Answer answer) {
        Situation situation = respondent.situation();
        if (situation.open().isEmpty()) {
            stage.goOn(situation);
        } else {
            ask(situation.open(), check().outdated(answer, situation.open()));
        }
    }

    /** Whether this sign-in is past the refusal of what is owed: loaded again, its page is the same. */
    private boolean hasDeclined(Obligations open) {
        return !open.required().isEmpty()
                && owed(open).equals(stage.authSession().getAuthNote(DECLINED));
    }

    private void readAgain() {
        stage.authSession().removeAuthNote(DECLINED);
        begin();
    }

    private void deleteAccount() {
        Optional<DeletionWish> wish = stage.deletionWish().filter(DeletionWish::isPossible);
        if (wish.isPresent()) {
            stage.authSession().removeAuthNote(DECLINED);
            wish.get().make();
        } else {
            begin();
        }
    }

    /** The user goes without accepting: no session is left, and the client is told. */
    private void leave() {
        Obligations open = respondent.situation().open();
        SessionEnd.of(stage.session(), stage.signIn().userSession());
        stage.abort((open.isToAcknowledge() ? "Not taken note of: " : "Not accepted: ") + owed(open));
    }

    private static String owed(Obligations open) {
        return open.required().stream().map(Obligation::name).collect(Collectors.joining(", "));
    }

    private void ask(Obligations open, List<FormMessage> errors) {
        DecisionPages pages = new DecisionPages(stage.session(), stage.realm(), stage.authSession(), stage.user());
        LoginFormsProvider form = stage.form();
        form.setAttribute("agreements", pages.compose(kind, open, answer()));
        List<FormMessage> problems = Stream.concat(
                        PageAgain.message(stage.authSession()).map(key -> new FormMessage(null, key)).stream(),
                        errors.stream())
                .toList();
        if (!problems.isEmpty()) {
            form.setErrors(problems);
        }
        stage.challenge(form.createForm(PAGE));
    }

    private PageMessages messages() {
        return PageMessages.of(
                stage.session(), stage.realm(), stage.session().getContext().resolveLocale(stage.user()));
    }

    private Answer answer() {
        return Answer.of(stage.request());
    }

    private AnswerCheck check() {
        return new AnswerCheck(new Presentations(stage.authSession()));
    }
}
