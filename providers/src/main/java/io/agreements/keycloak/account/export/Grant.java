package io.agreements.keycloak.account.export;

import java.util.List;

/**
 * A user's consent that a client gets data. Times are milliseconds since 1970 in UTC.
 *
 * @param clientName in the words of the reader; null if the client has none
 * @param clientUrl where the client is; null if it does not say
 * @param scopes what it gets: the words of the consent page, or the name of the scope
 */
public record Grant(
        String clientId, String clientName, String clientUrl, List<String> scopes, long givenAt, long changedAt) {}
