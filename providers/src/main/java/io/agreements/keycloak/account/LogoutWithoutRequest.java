package io.agreements.keycloak.account;

import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;

/**
 * Ends an online session where no request is being answered: Keycloak's own way looks into the request's cookies. Clients
 * that want to be told are told, as far as the server knows its own address without a request.
 */
final class LogoutWithoutRequest {

    private static final Logger LOG = Logger.getLogger(LogoutWithoutRequest.class);

    private final KeycloakSession session;

    LogoutWithoutRequest(KeycloakSession session) {
        this.session = session;
    }

    void end(UserSessionModel ended) {
        RealmModel realm = ended.getRealm();
        ended.getAuthenticatedClientSessions().values().forEach(client -> tell(realm, ended, client));
        session.sessions().removeUserSession(realm, ended);
    }

    /** A client that cannot be told does not keep the session from ending. */
    private void tell(RealmModel realm, UserSessionModel ended, AuthenticatedClientSessionModel client) {
        if (client.getProtocol() == null || client.getClient().isFrontchannelLogout()) {
            return;
        }
        try (Response told = protocol(realm, client).backchannelLogout(ended, client)) {
            LOG.debugf("Client %s: %s", client.getClient().getClientId(), told);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Client %s could not be told that a session has ended; log at DEBUG says why",
                    client.getClient().getClientId());
            LOG.debug("Client not told", e);
        }
    }

    private LoginProtocol protocol(RealmModel realm, AuthenticatedClientSessionModel client) {
        return session.getProvider(LoginProtocol.class, client.getProtocol())
                .setRealm(realm)
                .setUriInfo(session.getContext().getUri());
    }
}
