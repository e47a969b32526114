package io.agreements.keycloak.acceptance.user;

/**
 * Which users the administrator who asks may see. The permissions that are set up for single users and groups are read
 * from the session; they narrow both.
 */
public enum VisibleUsers {
    /** All of the realm. */
    ALL,
    /** Those only that a fine-grained permission names. */
    PERMITTED,
    /** All of the realm, as was found before: no permission is asked for. */
    EVERYBODY
}
