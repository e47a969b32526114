package io.agreements.keycloak.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Somebody a realm trusts to say, in signed JSON Web Tokens, who its users are. */
final class JwtIssuer {

    static final String ALIAS = "payroll";
    private static final String ISSUER = "https://payroll.example";

    private final Pop800 pop800;
    private final KeyPair keys;

    private JwtIssuer(Pop800 pop800, KeyPair keys) {
        this.pop800 = pop800;
        this.keys = keys;
    }

    static JwtIssuer trustedBy(Pop800 pop800) {
        JwtIssuer issuer = new JwtIssuer(pop800, newKeys());
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("jwt-authorization-grant");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "issuer",
                ISSUER,
                "useJwksUrl",
                "false",
                "jwtAuthorizationGrantEnabled",
                "true",
                "publicKeySignatureVerifier",
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder()
                                .encodeToString(issuer.keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----")));
        try (Response response = pop800.realm().admin().identityProviders().create(provider)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return issuer;
    }

    /** Lets it speak about a user. */
    void link(String userId) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setIdentityProvider(ALIAS);
        identity.setUserId("employee-" + userId);
        identity.setUserName("employee-" + userId);
        try (Response response = pop800.realm().admin().users().get(userId).addFederatedIdentity(ALIAS, identity)) {
            assertThat(response.getStatus()).isEqualTo(204);
        }
    }

    String assertion(String userId) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss": "%s", "sub": "employee-%s", "aud": "%s", "jti": "%s", "iat": %d, "exp": %d}""".formatted(ISSUER, userId, pop800.realm().url(), UUID.randomUUID(), now, now + 60);
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
