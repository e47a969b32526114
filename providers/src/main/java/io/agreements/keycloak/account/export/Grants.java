package io.agreements.keycloak.account.export;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.services.util.ResolveRelative;

/** The consents users have given to clients, as Keycloak keeps them. */
public final class Grants {

    private static final Pattern KEY = Pattern.compile("\\$\\{(.+)}");

    private final KeycloakSession session;
    private final ExportWords words;

    public Grants(KeycloakSession session, ExportWords words) {
        this.session = session;
        this.words = words;
    }

    /** The user's, the newest first. */
    public List<Grant> of(RealmModel realm, UserModel user) {
        return UserConsentManager.getConsentsStream(session, realm, user)
                .map(this::grant)
                .sorted(Comparator.comparingLong(Grant::givenAt).reversed().thenComparing(Grant::clientId))
                .toList();
    }

    private Grant grant(UserConsentModel consent) {
        ClientModel client = consent.getClient();
        return new Grant(
                client.getClientId(),
                client.getName() == null ? null : inWords(client.getName()),
                ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl()),
                consent.getGrantedClientScopes().stream()
                        .flatMap(scope -> inWords(consent, scope))
                        .sorted()
                        .toList(),
                consent.getCreatedDate(),
                consent.getLastUpdatedDate());
    }

    private Stream<String> inWords(UserConsentModel consent, ClientScopeModel scope) {
        String text = scope.getConsentScreenText();
        String name = text == null || text.isBlank() ? scope.getName() : text;
        List<String> parameters = ConsentParameters.of(consent, scope);
        return parameters.isEmpty()
                ? Stream.of(inWords(name))
                : parameters.stream().map(parameter -> inWords(name, parameter));
    }

    /** What clients and scopes are called may be a message of the theme. */
    private String inWords(String name, Object... arguments) {
        Matcher key = KEY.matcher(name);
        if (key.matches()) {
            return words.get(key.group(1), arguments);
        }
        return arguments.length == 0 ? name : name + ": " + arguments[0];
    }
}
