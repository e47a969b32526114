package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.page.PageMessages;
import java.util.List;
import java.util.Map;

/**
 * Titles of what a page demands, in the order shown.
 *
 * @param toAccept of what is to be accepted
 * @param toAcknowledge of what is only to be taken note of
 */
record DemandTitles(List<String> toAccept, List<String> toAcknowledge) {

    static final DemandTitles NONE = new DemandTitles(List.of(), List.of());

    /** Adds what pressing the button means: a sentence for each of the two, where there is any. */
    void putSentences(Map<String, String> labels, DemandWords words, String button, PageMessages messages) {
        if (!toAccept.isEmpty()) {
            labels.put(PageKind.SENTENCE, messages.get(words.sentence(), button, list(toAccept, messages)));
        }
        if (!toAcknowledge.isEmpty()) {
            labels.put(
                    PageKind.ACKNOWLEDGE_SENTENCE,
                    messages.get(words.acknowledgeSentence(), button, list(toAcknowledge, messages)));
        }
    }

    private static String list(List<String> titles, PageMessages messages) {
        List<String> quoted = titles.stream()
                .map(title -> messages.get("agreementsTitleInSentence", title))
                .toList();
        int last = quoted.size() - 1;
        return last < 1
                ? quoted.get(last)
                : String.join(messages.get("agreementsTitleSeparator"), quoted.subList(0, last))
                        + messages.get("agreementsTitleLastSeparator")
                        + quoted.get(last);
    }
}
