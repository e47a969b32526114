package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keys of the words of a page that demands something, by what it demands.
 *
 * @param heading what it is about
 * @param intro what the user can do
 * @param accept the button that accepts
 * @param sentence what pressing it means
 */
record DemandWords(String heading, String intro, String accept, String sentence) {

    private static final String ACCEPT = "agreementsAccept";
    private static final String SENTENCE = "agreementsAcceptSentence";

    private static final DemandWords FIRST =
            new DemandWords("agreementsFirstTitle", "agreementsFirstIntro", ACCEPT, SENTENCE);
    private static final DemandWords CHANGED =
            new DemandWords("agreementsChangedTitle", "agreementsChangedIntro", ACCEPT, SENTENCE);
    private static final DemandWords RENEWED =
            new DemandWords("agreementsRenewalTitle", "agreementsRenewalIntro", ACCEPT, SENTENCE);
    private static final DemandWords OFFERED =
            new DemandWords("agreementsOfferedTitle", "agreementsOfferedIntro", ACCEPT, SENTENCE);
    private static final DemandWords NOTICE = new DemandWords(
            "agreementsNoticeTitle", "agreementsNoticeIntro", "agreementsContinue", "agreementsNoticeSentence");

    static DemandWords of(Obligations open) {
        if (open.required().isEmpty()) {
            return OFFERED;
        }
        if (open.isNotice()) {
            return NOTICE;
        }
        if (all(open, Obligation::isChange)) {
            return CHANGED;
        }
        return all(open, Obligation::isRenewal) ? RENEWED : FIRST;
    }

    private static boolean all(Obligations open, Predicate<Obligation> condition) {
        List<Obligation> demanded = open.demanded();
        return demanded.stream().allMatch(condition);
    }
}
