package io.agreements.keycloak.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Puts the mappers of agreements to clients. */
final class AgreementMappers {

    private AgreementMappers() {}

    /**
     * Into all tokens of OpenID Connect but lightweight ones.
     *
     * @param keys of the agreements that are told of, separated by {@code ##}; empty for all
     */
    static void add(Pop800 pop800, String clientId, String claim, String keys) {
        add(pop800, clientId, claim, keys, Map.of());
    }

    static void add(Pop800 pop800, String clientId, String claim, String keys, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "claim.name", claim,
                "agreement.keys", keys,
                "access.token.claim", "true",
                "id.token.claim", "true",
                "userinfo.token.claim", "true",
                "introspection.token.claim", "true"));
        config.putAll(more);
        create(pop800, clientId, mapper("openid-connect", "oidc-agreements-mapper", claim, config));
    }

    /** Into SAML assertions, of all agreements. */
    static void addToSaml(Pop800 pop800, String clientId) {
        create(
                pop800,
                clientId,
                mapper("saml", "saml-agreements-mapper", "agreements", Map.of("attribute.name", "agreements")));
    }

    private static ProtocolMapperRepresentation mapper(
            String protocol, String provider, String name, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("agreements as " + name);
        mapper.setProtocol(protocol);
        mapper.setProtocolMapper(provider);
        mapper.setConfig(config);
        return mapper;
    }

    private static void create(Pop800 pop800, String clientId, ProtocolMapperRepresentation mapper) {
        ClientsResource clients = pop800.realm().admin().clients();
        String id = clients.findByClientId(clientId).get(0).getId();
        try (Response response = clients.get(id).getProtocolMappers().createMapper(mapper)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }
}
