package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.flow.questioning.Asked;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.flow.questioning.StepUp;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The required action, after a user has signed in. */
record RequiredActionStage(RequiredActionContext context) implements Stage {

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

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public void challenge(Response page) {
        context.challenge(page);
    }

    /** An application that asked for one agreement is told what came of it. */
    @Override
    public void goOn(Situation situation) {
        Asked.note(authSession());
        clear(situation);
        switch (StepUp.of(authSession()).outcome(situation)) {
            case SUCCESS -> context.success();
            case CANCELLED -> context.cancel();
            case ERROR -> {
                AuthenticationManager.setKcActionStatus(
                        AgreementAcceptanceFactory.ID, RequiredActionContext.KcActionStatus.ERROR, authSession());
                context.success();
            }
        }
    }

    @Override
    public Optional<DeletionWish> deletionWish() {
        return Optional.of(DeletionWish.of(context));
    }

    @Override
    public void abort(String reason) {
        context.failure(reason);
    }
}
