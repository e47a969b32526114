package io.agreements.keycloak.testing.oidc;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sign-in a client asks for.
 *
 * @param client who asks
 * @param codeVerifier the secret of PKCE, told when the code is redeemed
 * @param parameters what stands in the address
 */
public record AuthorizationRequest(OidcClient client, String codeVerifier, Map<String, String> parameters) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static AuthorizationRequest of(OidcClient client) {
        String codeVerifier = random();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", client.clientId());
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("redirect_uri", client.redirectUri());
        parameters.put("state", random());
        parameters.put("nonce", random());
        parameters.put("code_challenge_method", "S256");
        parameters.put("code_challenge", challenge(codeVerifier));
        return new AuthorizationRequest(client, codeVerifier, parameters);
    }

    /** With one more parameter, such as {@code prompt}, {@code kc_action} or {@code ui_locales}. */
    public AuthorizationRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new AuthorizationRequest(client, codeVerifier, more);
    }

    /** The address a browser is sent to. */
    public String url() {
        return client.endpoint("/auth") + "?" + FormParameters.encode(parameters);
    }

    /** Opens the sign-in on a page and watches for its return to the client. */
    public SignIn open(Page page) {
        return SignIn.open(this, page);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String codeVerifier) {
        try {
            return base64(
                    MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
