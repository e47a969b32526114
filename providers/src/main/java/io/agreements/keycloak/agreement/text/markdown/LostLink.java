package io.agreements.keycloak.agreement.text.markdown;

/**
 * Where a link was to lead that stays words.
 *
 * @param line of the text, from 1
 */
public record LostLink(int line, String destination) {}
