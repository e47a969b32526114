package io.agreements.keycloak.acceptance.user;

/**
 * What a user is called, as far as Keycloak's own table knows; null where it does not.
 *
 * @param email the e-mail address
 */
public record PersonName(String firstName, String lastName, String email) {

    public static final PersonName NONE = new PersonName(null, null, null);
}
