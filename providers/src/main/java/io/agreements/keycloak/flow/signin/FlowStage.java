package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.flow.questioning.Asked;
import io.agreements.keycloak.flow.questioning.Stage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An authenticator, somewhere in a flow. */
record FlowStage(AuthenticationFlowContext context) implements Stage {

    @Override
    public KeycloakSession session() {
        return context.getSession();
    }

    @Override
    public RealmModel realm() {
        return context.getRealm();
    }

    @Override
    public AuthenticationSessionModel authSession() {
        return context.getAuthenticationSession();
    }

    @Override
    public UserModel user() {
        return context.getUser();
    }

    @Override
    public EventBuilder event() {
        return context.getEvent();
    }

    @Override
    public HttpRequest request() {
        return context.getHttpRequest();
    }

    @Override
    public LoginFormsProvider form() {
        return context.form();
    }

    /** Before that somebody may have given any name. What else there is to sign in with leaves no trace to go by. */
    @Override
    public boolean isSignedIn() {
        return AuthenticatorUtil.isSSOAuthentication(authSession())
                || AuthenticatorUtil.isPasswordValidated(authSession())
                || authSession().getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) != null
                || authSession().getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null;
    }

    @Override
    public void challenge(Response page) {
        context.challenge(page);
    }

    @Override
    public void goOn(Situation situation) {
        Asked.note(authSession());
        if (user() != null) {
            clear(situation);
        }
        context.success();
    }

    /** A flow has no way to fail but with an error page, so the protocol's own answer is thrown. */
    @Override
    public void abort(String reason) {
        event().error(Errors.REJECTED_BY_USER);
        LoginProtocol protocol =
                session().getProvider(LoginProtocol.class, authSession().getProtocol());
        protocol.setRealm(realm())
                .setHttpHeaders(request().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(event());
        throw new WebApplicationException(
                protocol.sendError(authSession(), LoginProtocol.Error.CONSENT_DENIED, reason));
    }
}
