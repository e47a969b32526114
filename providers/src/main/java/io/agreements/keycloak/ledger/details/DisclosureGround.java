package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** Why data may be given to somebody else: there are no others. */
public enum DisclosureGround {
    /** A law, or an authority by law. */
    LAW,
    /** Grave harm to others or the public. */
    HARM_TO_OTHERS,
    /** Grave harm to the user. */
    HARM_TO_USER,
    /** A breach of the agreement by the user. */
    BREACH,
    /** The user's own permission. */
    PERMISSION,
    /** An emergency. */
    EMERGENCY,
    /** A partner under the same duty as the operator. */
    PARTNER;

    @JsonCreator
    static DisclosureGround named(String name) {
        return EnumNames.find(DisclosureGround.class, name);
    }
}
