package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.page.PageMessages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages that ask for decisions, and the words each has around the texts. */
public enum PageKind {
    /** Part of the registration form; every required agreement has a box. */
    REGISTRATION {
        @Override
        Map<String, String> labels(Obligations open, List<String> requiredTitles, PageMessages messages) {
            Map<String, String> labels = new TreeMap<>();
            String register = messages.get("doRegister");
            labels.put("register", register);
            if (!open.required().isEmpty()) {
                labels.put("sentence", messages.get("agreementsRegisterSentence", register));
            }
            putOptional(labels, open, messages);
            return labels;
        }

        @Override
        String requiredChoice(String title, PageMessages messages) {
            return messages.get("agreementsChoiceRequired", title);
        }
    },
    /** A page of its own while signing in; two buttons of equal weight decide. */
    ACCEPTANCE {
        @Override
        Map<String, String> labels(Obligations open, List<String> requiredTitles, PageMessages messages) {
            Map<String, String> labels = new TreeMap<>();
            if (open.demanded().isEmpty()) {
                labels.put("heading", messages.get("agreementsOptionalTitle"));
                labels.put("intro", messages.get("agreementsOptionalIntro"));
                labels.put("accept", messages.get("agreementsContinue"));
                return labels;
            }
            DemandWords words = DemandWords.of(open);
            String accept = messages.get(words.accept());
            labels.put("heading", messages.get(words.heading()));
            labels.put("intro", messages.get(words.intro(), owedFrom(open, messages)));
            labels.put("accept", accept);
            labels.put("sentence", messages.get(words.sentence(), accept, list(requiredTitles, messages)));
            if (open.required().isEmpty()) {
                labels.put("later", messages.get("agreementsLater"));
            } else {
                labels.put(DECLINE, messages.get("agreementsDecline"));
            }
            putOptional(labels, open, messages);
            return labels;
        }

        @Override
        String requiredChoice(String title, PageMessages messages) {
            return null;
        }
    },
    /** The same where an application has asked; the user need not decide on what is not owed. */
    STEP_UP {
        @Override
        Map<String, String> labels(Obligations open, List<String> requiredTitles, PageMessages messages) {
            Map<String, String> labels = ACCEPTANCE.labels(open, requiredTitles, messages);
            if (open.required().isEmpty()) {
                labels.put("later", messages.get("agreementsLater"));
            }
            return labels;
        }

        @Override
        String requiredChoice(String title, PageMessages messages) {
            return ACCEPTANCE.requiredChoice(title, messages);
        }
    };

    /** Name of the label of the button that declines; there is none where nothing can be declined. */
    static final String DECLINE = "decline";

    /**
     * The words around the texts by name.
     *
     * @param requiredTitles titles of the required agreements in the order shown
     */
    abstract Map<String, String> labels(Obligations open, List<String> requiredTitles, PageMessages messages);

    /** What stands at the box of a required agreement; null if it has none. */
    abstract String requiredChoice(String title, PageMessages messages);

    /** The day from which the first of what is offered cannot wait any more; empty where nothing may wait. */
    private static String owedFrom(Obligations open, PageMessages messages) {
        return open.offered().stream()
                .map(offer -> offer.version().timeline().enforcedAt())
                .min(Instant::compareTo)
                .map(messages::date)
                .orElse("");
    }

    private static String list(List<String> titles, PageMessages messages) {
        return titles.stream()
                .map(title -> messages.get("agreementsTitleInSentence", title))
                .collect(Collectors.joining(messages.get("agreementsTitleSeparator")));
    }

    private static void putOptional(Map<String, String> labels, Obligations open, PageMessages messages) {
        if (!open.optional().isEmpty()) {
            labels.put("optionalHeading", messages.get("agreementsOptionalHeading"));
            labels.put("optionalHint", messages.get("agreementsOptionalHint"));
        }
    }
}
