package io.agreements.keycloak.testing.oidc;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A public OpenID Connect client as an application would be one: sends a browser to sign in, takes tokens.
 *
 * @param issuer the realm
 * @param clientId its name in the realm
 * @param redirectUri where sign-ins come back to, on the port of the {@link io.agreements.keycloak.testing.browser.ClientSite}
 */
public record OidcClient(String issuer, String clientId, String redirectUri) {
    private static final String PROTOCOL = "/protocol/openid-connect";

    /** The client of this realm and id. */
    public static OidcClient of(KeycloakServer server, String realm, String clientId, String redirectUri) {
        return new OidcClient(server.url() + "/realms/" + realm, clientId, redirectUri);
    }

    /** A sign-in with the code flow and PKCE; parameters may be added. */
    public AuthorizationRequest authorization() {
        return AuthorizationRequest.of(this);
    }

    /** The page where a new user registers, as a link in an application would lead there. */
    public AuthorizationRequest registration() {
        return authorization().with("prompt", "create");
    }

    /** Takes tokens for the code of a callback. */
    public TokenResponse exchange(Callback callback, AuthorizationRequest request) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                callback.code(),
                "redirect_uri",
                redirectUri,
                "code_verifier",
                request.codeVerifier()));
    }

    /** Takes tokens for a password (the grant for applications without a browser). */
    public TokenResponse password(String username, String password) {
        return token(Map.of("grant_type", "password", "username", username, "password", password, "scope", "openid"));
    }

    /** Takes new tokens for a refresh token. */
    public TokenResponse refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Asks the token endpoint; the client names itself. */
    public TokenResponse token(Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.putIfAbsent("client_id", clientId);
        return LoopbackHttp.post(endpoint("/token"), form);
    }

    String endpoint(String path) {
        return issuer + PROTOCOL + path;
    }
}
