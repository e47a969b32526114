package io.agreements.keycloak.setup.theme;

import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import io.agreements.keycloak.setup.condition.SetupProvider;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Login themes that clients have chosen for themselves show the agreements as that of the realm does. */
public final class ClientThemesCondition implements SetupCondition {

    private static final String ID = "client-themes";

    private final RealmModel realm;
    private final SetupProvider store;
    private final Themes themes;

    public ClientThemesCondition(KeycloakSession session, RealmModel realm, SetupProvider store) {
        this.realm = realm;
        this.store = store;
        this.themes = new Themes(session);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        Map<String, String> chosen = store.loginThemes(realm);
        chosen.values().removeIf(String::isBlank);
        if (!realm.isRegistrationAllowed() || chosen.isEmpty()) {
            return Finding.notNeeded(Sentence.of(ID + ".none"));
        }
        String without = chosen.entrySet().stream()
                .filter(client -> !themes.showsAgreements(client.getValue()))
                .map(client -> client.getKey() + " (" + client.getValue() + ")")
                .collect(Collectors.joining(", "));
        return without.isEmpty()
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.byHand(Sentence.of(ID + ".without", without));
    }
}
