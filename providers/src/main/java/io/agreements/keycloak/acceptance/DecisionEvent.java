package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Identity;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A user has decided. Published synchronously, in the transaction of what the user did: whoever listens writes in the
 * same transaction, and by throwing makes the whole fail.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param userId id of the user
 * @param decisions at least one
 * @param decidedAt when, in UTC
 * @param method how
 * @param clientId the client being signed in to; null if none
 * @param identity who it was
 * @param connection where it came from
 * @param details what else is to go on record, by names of its own; values are strings, numbers or booleans
 */
public record DecisionEvent(
        KeycloakSession session,
        RealmModel realm,
        String userId,
        List<Taken> decisions,
        Instant decidedAt,
        Method method,
        String clientId,
        Identity identity,
        Connection connection,
        Map<String, Object> details)
        implements ProviderEvent {

    /**
     * One decision.
     *
     * @param agreementId id of the agreement
     * @param mode how it came about: by saying so, or by going on
     * @param previous the standing it replaces, as it was when the user was asked; null if there was none
     */
    public record Taken(String agreementId, Decision decision, AcceptanceMode mode, Shown shown, Standing previous) {}
}
