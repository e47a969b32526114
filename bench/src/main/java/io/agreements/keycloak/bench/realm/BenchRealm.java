package io.agreements.keycloak.bench.realm;

import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm to be measured: as Keycloak makes it, with one client and one user after whose model others are made. */
public final class BenchRealm {

    /** The client, a confidential one. */
    public static final String CLIENT = "bench";

    /** Its secret. */
    public static final String SECRET = "only-for-measuring";

    /** Where sign-ins lead; nobody goes there. */
    public static final String REDIRECT_URI = "http://127.0.0.1:1/callback";

    /** The password of all users who have one. */
    public static final String PASSWORD = "Quiet-river-2026";

    /** The agreement without which there is no service. */
    public static final String REQUIRED = "user-registration";

    /** The user after whose model others are made. */
    static final String MODEL = "model";

    private static final int TOKENS_FOR_SECONDS = 24 * 60 * 60;

    private BenchRealm() {}

    /** The name of the user of this number, from 0. */
    public static String username(int number) {
        return String.format(Locale.ROOT, "user-%07d", number);
    }

    /** Creates what all of them have, in a realm whose id is its name. */
    static TestRealm create(KeycloakServer server, String name) {
        TestRealm created =
                RealmBuilder.named(name).with(realm -> settle(realm, name)).create(server);
        // Who comes with the realm has no roles.
        created.createUser(UserBuilder.named(MODEL).password(PASSWORD));
        return created;
    }

    private static void settle(RealmRepresentation realm, String name) {
        realm.setId(name);
        realm.setRegistrationAllowed(true);
        realm.setAccessTokenLifespan(TOKENS_FOR_SECONDS);
        realm.setSsoSessionIdleTimeout(TOKENS_FOR_SECONDS);
        realm.getClients().add(client());
    }

    private static ClientRepresentation client() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setFullScopeAllowed(true);
        client.setRedirectUris(List.of(REDIRECT_URI));
        client.setProtocolMappers(List.of(mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of("included.client.audience", CLIENT, "access.token.claim", "true"))));
        return client;
    }

    static ProtocolMapperRepresentation mapper(String name, String provider, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(provider);
        mapper.setConfig(new HashMap<>(config));
        return mapper;
    }
}
