package io.agreements.keycloak.rest.open;

/**
 * A version in the list of versions.
 *
 * @param edition the version in words
 * @param url address of its page
 * @param current whether it is the one being read
 */
public record OtherVersion(String edition, String url, boolean current) {}
