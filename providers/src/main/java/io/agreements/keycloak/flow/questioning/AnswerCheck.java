package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.utils.FormMessage;

/** Finds out what is missing for an answer to be taken. Each finding stands at the agreement's box. */
public final class AnswerCheck {

    private final Presentations presentations;

    public AnswerCheck(Presentations presentations) {
        this.presentations = presentations;
    }

    /**
     * Whether the page answered showed what is asked now, neither more nor less of what can be answered.
     *
     * @return the page, or empty if it was another one, or one that nobody remembers
     */
    public Optional<Presentation> presentation(Answer answer, Obligations open) {
        return presentations
                .find(answer.presentation())
                .filter(page -> all(open).allMatch(page::shows));
    }

    /** The page answered, if it is remembered and offered to decline, or to leave it at that; whatever is asked now. */
    Optional<Presentation> declinable(Answer answer) {
        return presentations.find(answer.presentation()).filter(Presentation::declinable);
    }

    /** What is wrong if {@link #presentation} finds none: newer versions, or a page that could not show them. */
    public List<FormMessage> outdated(Answer answer, Obligations open) {
        Optional<Presentation> answered = presentations.find(answer.presentation());
        if (answered.isEmpty()) {
            return List.of(new FormMessage(null, "agreementsNotShown"));
        }
        return all(open)
                .filter(obligation -> !answered.get().shows(obligation))
                .map(obligation -> message(obligation, "agreementsChangedMeanwhile"))
                .toList();
    }

    /** What keeps this answer from doing all that the page demands. */
    public List<FormMessage> missing(Answer answer, Obligations open, boolean boxes) {
        List<FormMessage> messages = new ArrayList<>();
        for (Obligation obligation : open.demanded()) {
            String key = obligation.agreement().key();
            if (boxes && !answer.isTicked(obligation.agreement())) {
                messages.add(message(
                        obligation,
                        obligation.agreement().isAcknowledgement()
                                ? "agreementsAcknowledgementMissing"
                                : "agreementsAcceptanceMissing"));
            } else if (obligation.version().readToEnd() && Boolean.FALSE.equals(answer.endReached(key))) {
                messages.add(message(obligation, "agreementsEndNotReached"));
            }
        }
        return messages;
    }

    /** Why an answer to what was decided on before is not taken until that moment. */
    List<FormMessage> tooOften(Obligations open, String moment) {
        return open.optional().stream()
                .filter(Obligation::isAskedAgain)
                .map(obligation ->
                        new FormMessage(Answer.box(obligation.agreement().key()), "agreementsTooOften", moment))
                .toList();
    }

    private static FormMessage message(Obligation obligation, String key) {
        return new FormMessage(Answer.box(obligation.agreement().key()), key);
    }

    private static Stream<Obligation> all(Obligations open) {
        return Stream.concat(open.demanded().stream(), open.optional().stream());
    }
}
