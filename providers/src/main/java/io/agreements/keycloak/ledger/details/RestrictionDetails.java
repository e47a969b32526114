package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.List;
import java.util.Set;

/**
 * Of something that the operator imposed on a user.
 *
 * @param stage what happened
 * @param restriction its id, the same in each of its records
 * @param kind what it is
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param grounds why, in words of a closed list
 * @param facts what happened, in the administrator's words; null once it is over
 * @param article relied on, in the administrator's words; null once it is over
 * @param appeal where else to object, in the administrator's words; null if that is nowhere, and once it is over
 * @param until its date; null if it has none
 * @param attribute the attribute that is to be corrected; null if it is something else
 * @param words of an appeal, or of its answer; null if it is neither
 * @param outcome of an appeal that is answered; null if none is
 * @param barred what of the user is kept from being registered again, in words of a closed list; null if nothing is
 * @param barredUntil until when that is; null if nothing is
 */
public record RestrictionDetails(
        Stage stage,
        String restriction,
        String kind,
        ActorKind by,
        String administrator,
        List<String> grounds,
        String facts,
        String article,
        String appeal,
        Long until,
        String attribute,
        String words,
        String outcome,
        List<String> barred,
        Long barredUntil)
        implements Details {

    @Override
    public RecordType type() {
        return RecordType.RESTRICTION;
    }

    @Override
    public Set<String> freeText() {
        return Set.of("facts", "article", "appeal", "words");
    }

    /** What happened to a restriction. */
    public enum Stage {
        @JsonProperty("imposed")
        IMPOSED,
        @JsonProperty("changed")
        CHANGED,
        /** By an administrator. */
        @JsonProperty("lifted")
        LIFTED,
        /** The attribute it named was corrected. */
        @JsonProperty("corrected")
        CORRECTED,
        /** A notice's date has come, and it is a suspension from then on. */
        @JsonProperty("missed")
        MISSED,
        /** Its user has said something against it. */
        @JsonProperty("appealed")
        APPEALED,
        /** An administrator has answered that. */
        @JsonProperty("answered")
        ANSWERED
    }
}
