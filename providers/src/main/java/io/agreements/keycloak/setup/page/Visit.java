package io.agreements.keycloak.setup.page;

import java.util.Locale;
import java.util.function.Supplier;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks at a realm as its users do: in one of their languages, by way of their own console and not the administrators'. */
final class Visit {

    private final KeycloakSession session;
    private final RealmModel realm;

    Visit(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    <T> T in(Locale locale, Supplier<T> look) {
        KeycloakContext context = session.getContext();
        ClientModel client = context.getClient();
        Object chosen = session.getAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        try {
            context.setClient(realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID));
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale.toLanguageTag());
            return look.get();
        } finally {
            context.setClient(client);
            if (chosen == null) {
                session.removeAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE);
            } else {
                session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, chosen);
            }
        }
    }
}
