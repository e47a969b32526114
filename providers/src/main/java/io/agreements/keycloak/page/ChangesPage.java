package io.agreements.keycloak.page;

/**
 * What changed, as the page of changes shows it.
 *
 * @param whole whether what is untouched is shown too
 * @param switchUrl address of the same page that shows it otherwise
 */
public record ChangesPage(ChangesView changes, boolean whole, String switchUrl) {}
