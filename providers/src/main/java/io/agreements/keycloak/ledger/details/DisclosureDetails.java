package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.Set;

/**
 * Of data about users that was given to a third party.
 *
 * @param stage what happened
 * @param disclosure id of the entry in the register, the same in each of its records
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param recipient who got the data
 * @param ground why that was lawful
 * @param data which, in words
 * @param disclosedAt when it was given
 * @param reference such as a file number; null if there is none
 * @param notBefore before when the users were not to be told; null if they could be at once
 * @param silence on what legal ground not; null likewise
 * @param users how many are concerned; null where it is the record of one of them
 * @param corrects id of the entry in the place of which it stands; null if it stands in that of none
 */
public record DisclosureDetails(
        Stage stage,
        String disclosure,
        ActorKind by,
        String administrator,
        String recipient,
        DisclosureGround ground,
        String data,
        Long disclosedAt,
        String reference,
        Long notBefore,
        String silence,
        Integer users,
        String corrects)
        implements Details {

    @Override
    public RecordType type() {
        return RecordType.DISCLOSURE;
    }

    @Override
    public Set<String> freeText() {
        return Set.of("recipient", "data", "reference", "silence");
    }

    /** What happened to an entry. */
    public enum Stage {
        /** By an administrator, for all whom it concerns. */
        @JsonProperty("registered")
        REGISTERED,

        /** It is in a user's list from now on. */
        @JsonProperty("told")
        TOLD
    }
}
