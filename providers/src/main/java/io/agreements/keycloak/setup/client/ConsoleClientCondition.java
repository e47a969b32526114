package io.agreements.keycloak.setup.client;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;

/** The page with the views of agreements has a client to sign in as, for consoles that cannot show them. */
public final class ConsoleClientCondition implements SetupCondition {

    /** The client the page signs in as. */
    public static final String CLIENT_ID = "agreements-console";

    private static final String ID = "console-client";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ConsoleClientCondition(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        ClientModel client = client();
        if (client == null) {
            return Finding.toMend(
                    Sentence.of(ID + ".missing"), new Change(Sentence.of(ID + ".add", CLIENT_ID), this::add));
        }
        List<Change> changes = new ArrayList<>();
        if (!client.isEnabled()) {
            changes.add(new Change(Sentence.of(ID + ".enable", CLIENT_ID), () -> client().setEnabled(true)));
        }
        if (!client.isPublicClient() || !client.isStandardFlowEnabled()) {
            changes.add(new Change(Sentence.of(ID + ".public", CLIENT_ID), this::makePublic));
        }
        if (!client.getRedirectUris().contains(page())) {
            changes.add(new Change(
                    Sentence.of(ID + ".redirect", CLIENT_ID, page()), () -> client().addRedirectUri(page())));
        }
        return changes.isEmpty()
                ? Finding.ok(Sentence.of(ID + ".ok", CLIENT_ID))
                : Finding.toMend(Sentence.of(ID + ".wrong", CLIENT_ID), changes);
    }

    @Override
    public List<Change> takeBack() {
        return client() == null ? List.of() : List.of(new Change(Sentence.of(ID + ".remove", CLIENT_ID), this::remove));
    }

    private void add() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT_ID);
        client.setName("Agreements console");
        client.setDescription("The page with the views of agreements for servers whose admin console cannot show them");
        client.setEnabled(true);
        client.setProtocol("openid-connect");
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setRootUrl(Constants.AUTH_ADMIN_URL_PROP);
        client.setBaseUrl(page());
        client.setRedirectUris(List.of(page()));
        client.setWebOrigins(List.of("+"));
        client.setAttributes(Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", "+"));
        ClientManager.createClient(session, realm, client);
    }

    private void makePublic() {
        client().setPublicClient(true);
        client().setStandardFlowEnabled(true);
    }

    private void remove() {
        realm.removeClient(client().getId());
    }

    private ClientModel client() {
        return realm.getClientByClientId(CLIENT_ID);
    }

    private String page() {
        return "/realms/" + realm.getName() + "/agreements/console";
    }
}
