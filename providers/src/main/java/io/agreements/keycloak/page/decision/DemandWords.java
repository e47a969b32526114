package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keys of the words of a page that demands something, by what it demands.
 *
 * @param heading what it is about
 * @param intro what the user can do
 * @param button the button that does what is demanded
 * @param sentence what pressing it means for what is to be accepted
 * @param acknowledgeSentence what pressing it means for what is only to be taken note of
 */
record DemandWords(String heading, String intro, String button, String sentence, String acknowledgeSentence) {

    /** Those of the registration form, which has a heading of its own, and says what is accepted where that is not all. */
    static DemandWords ofRegistration(Obligations open) {
        return new DemandWords(
                null,
                null,
                "doRegister",
                Verb.of(open) == Verb.CONFIRM ? "agreementsConfirmRegisterSentence" : "agreementsRegisterSentence",
                "agreementsAcknowledgeRegisterSentence");
    }

    static DemandWords of(Obligations open) {
        Verb verb = Verb.of(open);
        Occasion occasion = Occasion.of(open);
        String words = "agreements" + wordsOf(verb) + occasion.words;
        return occasion == Occasion.NOTICE
                ? new DemandWords(
                        words + "Title",
                        words + "Intro",
                        "agreementsContinue",
                        "agreementsNoticeSentence",
                        "agreementsAcknowledgeNoticeSentence")
                : new DemandWords(
                        words + "Title",
                        words + "Intro",
                        buttonOf(verb),
                        "agreementsAcceptSentence",
                        "agreementsAcknowledgeSentence");
    }

    private static String wordsOf(Verb verb) {
        return switch (verb) {
            case ACCEPT -> "";
            case ACKNOWLEDGE -> "Acknowledge";
            case CONFIRM -> "Confirm";
        };
    }

    private static String buttonOf(Verb verb) {
        return switch (verb) {
            case ACCEPT -> "agreementsAccept";
            case ACKNOWLEDGE -> "agreementsAcknowledge";
            case CONFIRM -> "agreementsConfirm";
        };
    }

    private enum Occasion {
        FIRST("First"),
        CHANGED("Changed"),
        RENEWED("Renewal"),
        REQUESTED("Requested"),
        OFFERED("Offered"),
        NOTICE("Notice");

        private final String words;

        Occasion(String words) {
            this.words = words;
        }

        static Occasion of(Obligations open) {
            if (open.required().isEmpty()) {
                return OFFERED;
            }
            if (open.isNotice()) {
                return NOTICE;
            }
            if (all(open, Obligation::isChange)) {
                return CHANGED;
            }
            if (all(open, Obligation::isRenewal)) {
                return all(open, owed -> owed.renewalReason().isPresent()) ? REQUESTED : RENEWED;
            }
            return FIRST;
        }

        private static boolean all(Obligations open, Predicate<Obligation> condition) {
            List<Obligation> demanded = open.demanded();
            return demanded.stream().allMatch(condition);
        }
    }
}
