package io.agreements.keycloak.disclosure;

/**
 * An entry of the register as it is listed.
 *
 * @param users how many it concerns
 * @param told how many of them have been told
 * @param administrator current name of the administrator; null for one who is gone or whom an external store keeps
 */
public record ListedDisclosure(Disclosure disclosure, long users, long told, String administrator) {}
