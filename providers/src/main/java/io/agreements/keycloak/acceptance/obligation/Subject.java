package io.agreements.keycloak.acceptance.obligation;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * The one who is asked.
 *
 * @param since since when there is the account; null if that is not known, then it is taken for an old one
 * @param clientId the client being signed in to
 * @param roles tells whether the user holds the role of that name
 */
public record Subject(Instant since, String clientId, Predicate<String> roles) {}
