package io.agreements.keycloak.conduct;

import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import java.time.Instant;
import java.util.List;

/**
 * With which words a mail about a restriction begins and ends: a date that has passed is spoken of as one that has, and what
 * its reader can do depends on what was imposed.
 */
final class RestrictionLetter {

    private static final String OBJECT = "agreementsRestrictionObject";

    private RestrictionLetter() {}

    /** Key of the first sentence, whose arguments are the realm and the date of the restriction. */
    static String beginning(Restriction restriction, Stage stage, Instant now) {
        boolean past = restriction.until() != null && !restriction.until().isAfter(now);
        return switch (restriction.kind()) {
            case NOTICE -> {
                if (stage == Stage.MISSED) {
                    yield "agreementsRestrictionMissedText";
                }
                yield past ? "agreementsRestrictionNoticePastText" : "agreementsRestrictionNoticeText";
            }
            case SUSPENSION -> {
                if (restriction.until() == null) {
                    yield "agreementsRestrictionSuspensionOpenText";
                }
                yield past ? "agreementsRestrictionSuspensionPastText" : "agreementsRestrictionSuspensionText";
            }
            case TERMINATION ->
                past ? "agreementsRestrictionTerminationPastText" : "agreementsRestrictionTerminationText";
        };
    }

    /**
     * Keys of the last sentences.
     *
     * @param effect what the restriction means by then
     * @param mayDelete whether users may have their accounts deleted themselves
     */
    static List<String> ending(Restriction restriction, Effect effect, boolean mayDelete) {
        String next = switch (effect) {
            case NONE, NOTIFIED -> "agreementsRestrictionSignInNotice";
            case SUSPENDED -> mayDelete ? "agreementsRestrictionSignInDelete" : "agreementsRestrictionSignIn";
            case TERMINATED -> "agreementsRestrictionSignIn";
        };
        return restriction.appeal() == null ? List.of(next, OBJECT) : List.of(next);
    }
}
