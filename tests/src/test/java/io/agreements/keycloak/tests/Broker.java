package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/**
 * A realm whose users may come from another one, which serves as their identity provider.
 *
 * @param pop800 where they come to
 * @param home where their accounts are
 */
record Broker(Pop800 pop800, TestRealm home) {

    static final String ALIAS = "home";

    /** The flow of a first sign-in, with our authenticator before the one that makes the user. */
    static final String ASKING_FLOW = "first broker login with agreements";

    private static final String STOCK_FLOW = "first broker login";
    private static final String CLIENT = "pop800";
    private static final String SECRET = "not-a-secret-of-anybody";

    static Broker create(KeycloakServer server, Pop800 pop800) {
        TestRealm home = RealmBuilder.unique("home")
                .with(realm -> realm.getClients().add(client(pop800)))
                .create(server);
        try (Response response = pop800.realm().admin().identityProviders().create(provider(pop800, home))) {
            if (response.getStatus() != 201) {
                throw new AssertionError(response.getStatus() + " " + response.readEntity(String.class));
            }
        }
        return new Broker(pop800, home);
    }

    /** Asks before there is a user. */
    Broker askFirst() {
        new Flows(pop800).copy(STOCK_FLOW, ASKING_FLOW).add(ASKING_FLOW, "agreements", 15);
        return useForFirstLogin(ASKING_FLOW);
    }

    Broker useForFirstLogin(String flow) {
        IdentityProviderRepresentation provider =
                pop800.realm().admin().identityProviders().get(ALIAS).toRepresentation();
        provider.setFirstBrokerLoginFlowAlias(flow);
        pop800.realm().admin().identityProviders().get(ALIAS).update(provider);
        return this;
    }

    Broker useAfterLogin(String flow) {
        IdentityProviderRepresentation provider =
                pop800.realm().admin().identityProviders().get(ALIAS).toRepresentation();
        provider.setPostBrokerLoginFlowAlias(flow);
        pop800.realm().admin().identityProviders().get(ALIAS).update(provider);
        return this;
    }

    /** An address nobody has yet, with an account in the other realm; the address is also the name there. */
    String newPerson() {
        String email = "guest-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        home.createUser(UserBuilder.named(email).password(Pop800.PASSWORD));
        return email;
    }

    /** A sign-in that goes to the other realm at once. */
    AuthorizationRequest authorization() {
        return pop800.client().authorization().with("kc_idp_hint", ALIAS);
    }

    boolean hasAccount(String email) {
        return !pop800.realm().admin().users().searchByEmail(email, true).isEmpty();
    }

    String accountId(String email) {
        return pop800.realm().user(email).toRepresentation().getId();
    }

    private static ClientRepresentation client(Pop800 pop800) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setRedirectUris(List.of(pop800.realm().url() + "/broker/" + ALIAS + "/endpoint*"));
        return client;
    }

    private static IdentityProviderRepresentation provider(Pop800 pop800, TestRealm home) {
        String endpoints = home.url() + "/protocol/openid-connect";
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "clientId",
                CLIENT,
                "clientSecret",
                SECRET,
                "clientAuthMethod",
                "client_secret_post",
                "authorizationUrl",
                endpoints + "/auth",
                "tokenUrl",
                endpoints + "/token",
                "userInfoUrl",
                endpoints + "/userinfo",
                "jwksUrl",
                endpoints + "/certs",
                "issuer",
                home.url(),
                "useJwksUrl",
                "true",
                "validateSignature",
                "true")));
        provider.getConfig().put("defaultScope", "openid profile email");
        return provider;
    }
}
