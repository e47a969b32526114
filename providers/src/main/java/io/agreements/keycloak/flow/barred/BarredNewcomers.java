package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.conduct.barred.Barring;
import io.agreements.keycloak.conduct.content.UserPhones;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/** Makes no account for who comes from an identity provider with a barred name, and says that there is one already. */
final class BarredNewcomers extends IdpCreateUserIfUniqueAuthenticator {

    private final Clock clock;

    BarredNewcomers(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext broker) {
        String username = getUsername(context, serialized, broker);
        if (context.getAuthenticationSession().getAuthNote(EXISTING_USER_INFO) == null
                && username != null
                && !broker.getIdpConfig().isTransientUsers()
                && isBarred(context, serialized, username, broker.getEmail())
                && isNobodys(context, serialized, username, broker)) {
            refuse(context, username, broker.getEmail());
            return;
        }
        super.authenticateImpl(context, serialized, broker);
    }

    private boolean isBarred(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            String username,
            String email) {
        List<String> phones = UserPhones.of(
                context.getSession(), name -> serialized.getAttributes().getOrDefault(name, List.of()).stream());
        return new Barring(context.getSession(), clock).isAnyBarred(context.getRealm(), username, email, phones);
    }

    /** Whose account it is may link it as ever. */
    private boolean isNobodys(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            String username,
            BrokeredIdentityContext broker) {
        ExistingUserInfo existing = checkExistingUser(context, username, serialized, broker);
        return existing == null;
    }

    private static void refuse(AuthenticationFlowContext context, String username, String email) {
        boolean byEmail = email != null && !email.isBlank();
        context.getEvent().error(Errors.FEDERATED_IDENTITY_EXISTS);
        context.challenge(context.form()
                .setError(
                        Messages.FEDERATED_IDENTITY_EXISTS,
                        byEmail ? UserModel.EMAIL : UserModel.USERNAME,
                        byEmail ? email : username)
                .createErrorPage(Response.Status.CONFLICT));
    }
}
