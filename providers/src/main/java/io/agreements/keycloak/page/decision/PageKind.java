package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.page.PageMessages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages that ask for decisions, and the words each has around the texts. */
public enum PageKind {
    /** Part of the registration form; every required agreement has a box. */
    REGISTRATION("register.ftl", "register-commons.ftl", "agreements-fields.ftl") {
        @Override
        Map<String, String> labels(Obligations open, DemandTitles titles, PageMessages messages) {
            Map<String, String> labels = new TreeMap<>();
            String register = messages.get("doRegister");
            labels.put("register", register);
            titles.putSentences(labels, DemandWords.ofRegistration(open), register, messages);
            putOptional(labels, open, messages);
            return labels;
        }

        @Override
        String requiredChoice(Agreement agreement, String title, PageMessages messages) {
            return messages.get(
                    agreement.isAcknowledgement() ? "agreementsChoiceAcknowledge" : "agreementsChoiceRequired", title);
        }
    },
    /** A page of its own while signing in; two buttons of equal weight decide. */
    ACCEPTANCE("agreement-acceptance.ftl") {
        @Override
        Map<String, String> labels(Obligations open, DemandTitles titles, PageMessages messages) {
            Map<String, String> labels = new TreeMap<>();
            if (open.demanded().isEmpty()) {
                labels.put("heading", messages.get("agreementsOptionalTitle"));
                labels.put("intro", messages.get("agreementsOptionalIntro"));
                labels.put(Verb.of(open).answer(), messages.get("agreementsContinue"));
                return labels;
            }
            DemandWords words = DemandWords.of(open);
            Verb verb = Verb.of(open);
            String button = messages.get(words.button());
            labels.put("heading", messages.get(words.heading()));
            labels.put("intro", messages.get(words.intro(), owedFrom(open, messages)));
            renewalReasons(open)
                    .ifPresent(reasons -> labels.put("reason", messages.get("agreementsRenewalReason", reasons)));
            labels.put(verb.answer(), button);
            titles.putSentences(labels, words, button, messages);
            if (open.required().isEmpty()) {
                labels.put("later", messages.get("agreementsLater"));
            } else if (verb == Verb.ACKNOWLEDGE) {
                labels.put(STOP, messages.get("agreementsStop"));
            } else {
                labels.put(DECLINE, messages.get("agreementsDecline"));
            }
            putOptional(labels, open, messages);
            return labels;
        }

        @Override
        String requiredChoice(Agreement agreement, String title, PageMessages messages) {
            return null;
        }
    },
    /** The same where an application has asked; the user need not decide on what is not owed. */
    STEP_UP("agreement-acceptance.ftl") {
        @Override
        Map<String, String> labels(Obligations open, DemandTitles titles, PageMessages messages) {
            Map<String, String> labels = ACCEPTANCE.labels(open, titles, messages);
            if (open.required().isEmpty()) {
                labels.put("later", messages.get("agreementsLater"));
            }
            return labels;
        }

        @Override
        String requiredChoice(Agreement agreement, String title, PageMessages messages) {
            return ACCEPTANCE.requiredChoice(agreement, title, messages);
        }
    };

    /** Name of the label of the button that declines; there is none where nothing can be declined. */
    static final String DECLINE = "decline";

    /** Name of the label of the button that leaves it at that, where there is nothing to decline. */
    static final String STOP = "stop";

    static final String SENTENCE = "sentence";
    static final String ACKNOWLEDGE_SENTENCE = "acknowledgeSentence";

    private final List<String> templates;

    PageKind(String... templates) {
        this.templates = List.of(templates);
    }

    /** Names of those the page is made with. */
    List<String> templates() {
        return templates;
    }

    /** Name of the one that is the page; the rest are part of it. */
    public String template() {
        return templates.get(0);
    }

    /**
     * The words around the texts by name.
     *
     * @param titles of what is demanded
     */
    abstract Map<String, String> labels(Obligations open, DemandTitles titles, PageMessages messages);

    /** What stands at the box of a required agreement; null if it has none. */
    abstract String requiredChoice(Agreement agreement, String title, PageMessages messages);

    /** The day from which the first of what is offered cannot wait any more; empty where nothing may wait. */
    private static String owedFrom(Obligations open, PageMessages messages) {
        return open.offered().stream()
                .map(offer -> offer.version().timeline().enforcedAt())
                .min(Instant::compareTo)
                .map(messages::date)
                .orElse("");
    }

    private static Optional<String> renewalReasons(Obligations open) {
        return open.required().stream()
                .flatMap(owed -> owed.renewalReason().stream())
                .distinct()
                .reduce((one, other) -> one + " " + other);
    }

    private static void putOptional(Map<String, String> labels, Obligations open, PageMessages messages) {
        if (!open.optional().isEmpty()) {
            labels.put("optionalHeading", messages.get("agreementsOptionalHeading"));
            labels.put("optionalHint", messages.get("agreementsOptionalHint"));
        }
    }
}
