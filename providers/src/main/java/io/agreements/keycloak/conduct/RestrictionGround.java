package io.agreements.keycloak.conduct;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** Why something is imposed on a user: the nine kinds of content that are forbidden, and what else breaks the terms. */
public enum RestrictionGround {
    /** Content against constitution, laws or regulations. */
    UNLAWFUL_CONTENT,
    /** Content that endangers the security of the state or its unity, or gives its secrets away. */
    STATE_SECURITY,
    /** Content that harms the honour or the interests of the country, or those of the public. */
    PUBLIC_INTEREST,
    /** Content that stirs up hatred or discrimination between peoples. */
    ETHNIC_HATRED,
    /** Content against the policy on religion, or for cults and superstition. */
    CULTS,
    /** Rumours that disturb the order of society. */
    RUMOURS,
    /** Obscenity, gambling, violence, terror, or incitement to crime. */
    OBSCENITY_OR_VIOLENCE,
    /** Insult or defamation of others, or what else infringes their rights. */
    DEFAMATION,
    /** Other content that is forbidden by laws, regulations or the operator's rules. */
    OTHER_CONTENT,
    /** False data given at registration. */
    FALSE_REGISTRATION_DATA,
    /** An account that others than its user were let use. */
    ACCOUNT_LENT,
    /** Use against the law. */
    ILLEGAL_USE,
    /** Any other breach of the terms. */
    OTHER_BREACH;

    /** @throws IllegalArgumentException if none has that name */
    @JsonCreator
    static RestrictionGround named(String name) {
        return EnumNames.find(RestrictionGround.class, name);
    }
}
