package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client of OAuth as a server or a device would be one: what it asks of Keycloak without a browser.
 *
 * @param secret null for a public client
 */
record OAuthClient(Pop800 pop800, String clientId, String secret) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UMA = "urn:ietf:params:oauth:grant-type:uma-ticket";

    Reply password(String username, String scope) {
        return token(
                Map.of("grant_type", "password", "username", username, "password", Pop800.PASSWORD, "scope", scope));
    }

    Reply refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Reply clientCredentials() {
        return token(Map.of("grant_type", "client_credentials", "scope", "openid"));
    }

    Reply exchange(String subjectToken) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                subjectToken,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token"));
    }

    Reply assertion(String jwt) {
        return token(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", jwt, "scope", "openid"));
    }

    Reply deviceCode(String code) {
        return token(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", code));
    }

    Reply backchannel(String authRequestId) {
        return token(Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", authRequestId));
    }

    /** Asks with an access token for one with all that its bearer may do here (UMA). */
    Reply permissions(String accessToken) {
        String form = "grant_type=" + UMA + "&audience=" + clientId;
        return send(HttpRequest.newBuilder(address("/token"))
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A grant that the harness adds to the server; it gives tokens of whomever is named. */
    Reply tomorrow(String username) {
        return token(Map.of("grant_type", "urn:example:grant-type:tomorrow", "username", username));
    }

    Reply token(Map<String, String> form) {
        return post("/token", form);
    }

    Reply introspect(String token) {
        return post("/token/introspect", Map.of("token", token));
    }

    /** @param path below the protocol's address */
    Reply post(String path, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", clientId);
        if (secret != null) {
            form.put("client_secret", secret);
        }
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    Reply userInfo(String accessToken) {
        return send(HttpRequest.newBuilder(address("/userinfo")).header("Authorization", "Bearer " + accessToken));
    }

    URI address(String path) {
        return URI.create(pop800.realm().url() + "/protocol/openid-connect" + path);
    }

    static Reply send(HttpRequest.Builder request) {
        HttpResponse<String> response = BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    record Reply(int status, HttpHeaders headers, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        /** A field of the body, of a request that went well. */
        String field(String name) {
            if (status != 200 || !json().hasNonNull(name)) {
                throw new AssertionError("No " + name + " in the answer " + status + ": " + body);
            }
            return json().path(name).asText();
        }

        String accessToken() {
            return field("access_token");
        }

        String refreshToken() {
            return field("refresh_token");
        }

        /** The claims of one of its tokens, whose signature is not checked. */
        JsonNode claims(String token) {
            try {
                return JSON.readTree(Base64.getUrlDecoder().decode(field(token).split("\\.")[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
