package io.agreements.keycloak.setup.condition;

/** How a realm meets a condition. */
public enum SetupState {
    /** It does. */
    OK,
    /** It does not, and the set-up can change that. */
    TO_MEND,
    /** It does not, and only somebody who knows what is wanted can change that. */
    BY_HAND,
    /** It need not. */
    NOT_NEEDED
}
