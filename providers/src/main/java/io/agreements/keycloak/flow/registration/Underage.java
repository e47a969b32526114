package io.agreements.keycloak.flow.registration;

import io.agreements.keycloak.account.MinimumAge;
import io.agreements.keycloak.page.Assets;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.FormContext;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;

/**
 * Who is too young by the date of birth in the form gets no account, and a page that says why. Nothing that was typed is
 * kept: the sign-in ends, and the event says no more than what happened.
 */
final class Underage {

    private static final String PAGE = "registration-too-young.ftl";
    private static final String EVENT = "below_minimum_age";

    /** What Keycloak tells of a registration that failed. */
    private static final List<String> TYPED =
            List.of(Details.USERNAME, Details.EMAIL, Details.FIRST_NAME, Details.LAST_NAME);

    private final KeycloakSession session;
    private final MinimumAge minimumAge;

    Underage(KeycloakSession session, Clock clock) {
        this.session = session;
        this.minimumAge = new MinimumAge(session, clock);
    }

    /** @throws AuthenticationFlowException with the page; the steps behind this one do not see what was typed */
    void refuse(FormContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        OptionalInt missed = minimumAge.missed(context.getRealm(), attribute -> given(form, attribute));
        if (missed.isPresent()) {
            Response page = page(context, missed.getAsInt());
            TYPED.forEach(context.getEvent()::removeDetail);
            context.getEvent().detail(Details.REASON, EVENT);
            new AuthenticationSessionManager(session)
                    .removeAuthenticationSession(context.getRealm(), context.getAuthenticationSession(), true);
            throw new AuthenticationFlowException(AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, page);
        }
    }

    private Response page(FormContext context, int age) {
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setStatus(Response.Status.FORBIDDEN)
                .setAttribute("agreementAssets", Assets.CURRENT)
                .setAttribute("minimumAge", age)
                .createForm(PAGE);
    }

    /** Keycloak takes an attribute under its name, and under one with a prefix. */
    private static String given(MultivaluedMap<String, String> form, String attribute) {
        String given = form.getFirst(attribute);
        return given == null ? form.getFirst(Constants.USER_ATTRIBUTES_PREFIX + attribute) : given;
    }
}
