package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.flow.PasswordGrantRefusal;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A point of a sign-in at which somebody can be asked: a required action, or an authenticator in a flow. */
public interface Stage {

    KeycloakSession session();

    RealmModel realm();

    AuthenticationSessionModel authSession();

    /** Null if there is no user yet. */
    UserModel user();

    /** Null where Keycloak has none. */
    EventBuilder event();

    HttpRequest request();

    LoginFormsProvider form();

    void challenge(Response page);

    /** Nothing is left to ask, or what is left may wait: the sign-in goes on. */
    void goOn(Situation situation);

    /** The sign-in ends here, and the client is told {@code access_denied}. */
    void abort(String reason);

    /** A deletion of the account from here; empty where it cannot be asked for. */
    default Optional<DeletionWish> deletionWish() {
        return Optional.empty();
    }

    /** Whether the user has proved to be the user, and was not only named. */
    boolean isSignedIn();

    default SignIn signIn() {
        return SignIn.of(session(), user(), authSession(), event());
    }

    /** Whether there is time for what need not be decided now: nothing else is going on, and nobody has asked yet. */
    default boolean isAtLeisure() {
        SignIn signIn = signIn();
        return signIn.isFresh()
                && !signIn.passwordGrant()
                && !Asked.isNoted(authSession())
                && !StepUp.of(authSession()).isNamed();
    }

    /** Whether an earlier look found nothing to ask, and that still holds. */
    default boolean isClear(Instant now) {
        UserSessionModel userSession = signIn().userSession();
        return clearance().holds(authSession(), now)
                || userSession != null && clearance().holds(userSession, now);
    }

    /** Notes that this look found nothing to ask that cannot wait. */
    default void clear(Situation situation) {
        clearance().grant(authSession(), signIn().userSession(), situation);
    }

    /** The answer to a password grant, where nobody can be asked; to be thrown. */
    default WebApplicationException passwordGrantRefusal(Obligation owed) {
        return PasswordGrantRefusal.of(
                session(), user(), authSession(), event(), ClientRefusal.of(session(), realm(), owed));
    }

    private Clearance clearance() {
        return Clearance.of(session(), realm(), user(), authSession().getClient());
    }
}
