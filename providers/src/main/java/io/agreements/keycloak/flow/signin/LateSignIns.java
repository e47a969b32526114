package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.acceptance.AcceptanceAction;
import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.conduct.Imposed;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.RestrictionRefusal;
import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-in whose last page was not ours, such as Keycloak's page of consent, may end after a version was enforced that
 * came while that page was open. With OpenID Connect its tokens are looked at when they are made; with other protocols the
 * sign-in ends with a page that says so. What a listener throws is lost, so it is looked at before the transaction ends:
 * what the request has made, its session above all, is not kept, and what it would have answered is not sent.
 */
final class LateSignIns implements EventListenerProvider {

    private static final String MESSAGE = "agreementsLateSignIn";

    private final KeycloakSession session;
    private final Clock clock;

    LateSignIns(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.getContext().getRealm();
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (event.getType() == EventType.LOGIN
                && authSession != null
                && !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(authSession.getProtocol())
                && event.getUserId() != null) {
            session.getTransactionManager().enlistPrepare(check(realm, event, authSession.getClient()));
            AfterCompletion.expect(session);
        }
    }

    private AbstractKeycloakTransaction check(RealmModel realm, Event event, ClientModel client) {
        return new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                UserModel user = session.users().getUserById(realm, event.getUserId());
                UserSessionModel userSession = event.getSessionId() == null
                        ? null
                        : session.sessions().getUserSession(realm, event.getSessionId());
                if (user != null) {
                    refusal(realm, user, client, userSession).ifPresent(refusal -> {
                        throw refuse(realm, user, client, refusal);
                    });
                }
            }

            @Override
            protected void rollbackImpl() {}
        };
    }

    private Optional<ClientRefusal> refusal(
            RealmModel realm, UserModel user, ClientModel client, UserSessionModel userSession) {
        Optional<Restriction> blocking = Imposed.on(session, realm, user, clock).blocking(userSession);
        if (blocking.isPresent()) {
            return Optional.of(RestrictionRefusal.of(session, realm, Imposed.effect(blocking, clock.instant())));
        }
        return AcceptanceAction.isEnabled(realm)
                ? owed(realm, user, client, userSession).map(owed -> ClientRefusal.of(session, realm, owed))
                : Optional.empty();
    }

    private Optional<Obligation> owed(
            RealmModel realm, UserModel user, ClientModel client, UserSessionModel userSession) {
        Instant now = clock.instant();
        if (Impersonation.is(userSession)
                || userSession != null
                        && Clearance.of(session, realm, user, client).holds(userSession, now)) {
            return Optional.empty();
        }
        return Situation.of(session, realm, user, client, now).open().required().stream()
                .findFirst();
    }

    private ErrorPageException refuse(RealmModel realm, UserModel user, ClientModel client, ClientRefusal refusal) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(client)
                .user(user)
                .detail(Details.REASON, refusal.description())
                .error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return new ErrorPageException(session, Response.Status.CONFLICT, MESSAGE);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
