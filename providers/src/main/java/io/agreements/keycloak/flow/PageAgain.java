package io.agreements.keycloak.flow;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A page whose answer came to nothing because of another request at the same moment is shown again by a request of its own:
 * the transaction of this one is lost, and may not even be read in any more.
 */
public final class PageAgain {

    private static final String NOTE = "agreements.collision";
    private static final String MESSAGE = "agreementsCollision";

    private PageAgain() {}

    /** Leads back to the page, which will say why. To be thrown. */
    public static WebApplicationException of(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession) {
        session.getTransactionManager().setRollbackOnly();
        String realmId = realm.getId();
        String rootId = authSession.getParentSession().getId();
        String clientId = authSession.getClient().getId();
        String tabId = authSession.getTabId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> note(own, realmId, rootId, clientId, tabId));
        // Keycloak makes an error page of an answer that has no body.
        return new WebApplicationException(Response.seeOther(new AuthenticationFlowURLHelper(
                                session, realm, session.getContext().getUri())
                        .getLastExecutionUrl(authSession))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build());
    }

    /** What the page has to say, once; empty if nothing came in between. */
    public static Optional<String> message(AuthenticationSessionModel authSession) {
        if (authSession.getAuthNote(NOTE) == null) {
            return Optional.empty();
        }
        authSession.removeAuthNote(NOTE);
        return Optional.of(MESSAGE);
    }

    private static void note(KeycloakSession session, String realmId, String rootId, String clientId, String tabId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        ClientModel client = realm.getClientById(clientId);
        RootAuthenticationSessionModel root =
                session.authenticationSessions().getRootAuthenticationSession(realm, rootId);
        AuthenticationSessionModel authSession = root == null ? null : root.getAuthenticationSession(client, tabId);
        if (authSession != null) {
            authSession.setAuthNote(NOTE, "");
        }
    }
}
