package io.agreements.keycloak.flow;

import io.agreements.keycloak.account.export.ExportPass;
import io.agreements.keycloak.account.export.SignInProof;
import io.agreements.keycloak.page.AgreementUrls;
import java.time.Clock;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** On a page of a sign-in, what lets its user download the own data without a token. */
public final class DataOffer {

    private DataOffer() {}

    /** @param userSession the session signed in with before; null if there is none */
    public static void put(
            LoginFormsProvider form,
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            AuthenticationSessionModel authSession,
            UserSessionModel userSession,
            Clock clock) {
        String pass = new ExportPass(
                        user.getId(),
                        authSession.getClient().getClientId(),
                        SignInProof.of(authSession, userSession, user),
                        session.getContext().resolveLocale(user).toLanguageTag(),
                        clock.instant())
                .issue(session, realm);
        form.setAttribute(
                        "exportUrl", new AgreementUrls(session, realm).export().toString())
                .setAttribute("exportPass", pass);
    }
}
