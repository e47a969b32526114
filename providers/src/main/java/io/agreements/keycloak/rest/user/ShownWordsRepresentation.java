package io.agreements.keycloak.rest.user;

/**
 * Which words the account console had around a text.
 *
 * @param locale language tag of the reader it asked for them for
 * @param digest what it got as {@code dialogs} with them
 */
public record ShownWordsRepresentation(String locale, String digest) {}
