package io.agreements.keycloak.rest.admin.setup;

/**
 * A page on which users decide, as they get it.
 *
 * @param page {@code REGISTRATION} or {@code ACCEPTANCE}
 * @param template by which the author of a theme finds it
 * @param locale tag of the language it is in
 * @param html the page, to be looked at where its scripts do not run; left out in a list, and if the theme fails to make it
 */
public record PageRepresentation(String page, String template, String locale, String html) {}
