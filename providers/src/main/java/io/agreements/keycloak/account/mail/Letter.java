package io.agreements.keycloak.account.mail;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A mail before it is put into words.
 *
 * @param recipient who gets it
 * @param kind what it is about
 * @param subject what the subject puts in, in order
 * @param attributes what the templates of that kind put in, by name
 * @param base address of the server as users know it; null where nobody knows it
 */
public record Letter(
        Recipient recipient, MailKind kind, List<Object> subject, Map<String, Object> attributes, URI base) {}
