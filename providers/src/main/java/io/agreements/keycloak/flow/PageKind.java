package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.page.PageMessages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages that ask for decisions, and the words each has around the texts. */
enum PageKind {
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
            if (open.required().isEmpty()) {
                labels.put("heading", messages.get("agreementsOptionalTitle"));
                labels.put("intro", messages.get("agreementsOptionalIntro"));
                labels.put("accept", messages.get("agreementsContinue"));
            } else {
                boolean changed = open.required().stream().allMatch(Obligation::isChange);
                labels.put("heading", messages.get(changed ? "agreementsChangedTitle" : "agreementsFirstTitle"));
                labels.put("intro", messages.get(changed ? "agreementsChangedIntro" : "agreementsFirstIntro"));
                String accept = messages.get("agreementsAccept");
                labels.put("accept", accept);
                labels.put(
                        "sentence", messages.get("agreementsAcceptSentence", accept, list(requiredTitles, messages)));
                labels.put("decline", messages.get("agreementsDecline"));
                putOptional(labels, open, messages);
            }
            return labels;
        }

        @Override
        String requiredChoice(String title, PageMessages messages) {
            return null;
        }
    };

    /**
     * The words around the texts by name.
     *
     * @param requiredTitles titles of the required agreements in the order shown
     */
    abstract Map<String, String> labels(Obligations open, List<String> requiredTitles, PageMessages messages);

    /** What stands at the box of a required agreement; null if it has none. */
    abstract String requiredChoice(String title, PageMessages messages);

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
