package io.agreements.keycloak.setup.client;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Where administration has an address of its own, the page with the views of agreements is at home there. */
public final class AdminHostCondition implements SetupCondition {

    private static final String ID = "hostname-admin";

    private final KeycloakSession session;
    private final RealmModel realm;

    public AdminHostCondition(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        ClientModel client = realm.getClientByClientId(ConsoleClientCondition.CLIENT_ID);
        String admin = origin(UrlType.ADMIN);
        if (client == null || admin.equals(origin(UrlType.FRONTEND))) {
            return Finding.notNeeded(Sentence.of(ID + ".none"));
        }
        return Constants.AUTH_ADMIN_URL_PROP.equals(client.getRootUrl())
                ? Finding.ok(Sentence.of(ID + ".ok", admin))
                : Finding.toMend(
                        Sentence.of(ID + ".elsewhere", admin),
                        new Change(
                                Sentence.of(
                                        ID + ".change",
                                        client.getClientId(),
                                        client.getRootUrl() == null ? "-" : client.getRootUrl(),
                                        Constants.AUTH_ADMIN_URL_PROP),
                                () -> client.setRootUrl(Constants.AUTH_ADMIN_URL_PROP)));
    }

    private String origin(UrlType type) {
        return UriUtils.getOrigin(session.getContext().getUri(type).getBaseUri());
    }
}
