package io.agreements.keycloak.statistics;

/**
 * Users of a period who have something in common.
 *
 * @param value what; null if nothing is known of it, or there are several values
 * @param isOther whether it is what is left beside the values that are named
 * @param users as many as the setting of their realm asked for at least
 */
public record Cell(String value, boolean isOther, long users) {}
