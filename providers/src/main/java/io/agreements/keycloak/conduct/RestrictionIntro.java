package io.agreements.keycloak.conduct;

import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import java.time.Instant;

/** With which words a mail about a restriction begins: a date that has passed is spoken of as one that has. */
final class RestrictionIntro {

    private RestrictionIntro() {}

    /** Key of the message, whose arguments are the realm and the date of the restriction. */
    static String key(Restriction restriction, Stage stage, Instant now) {
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
}
