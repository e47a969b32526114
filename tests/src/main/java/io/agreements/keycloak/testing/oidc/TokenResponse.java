package io.agreements.keycloak.testing.oidc;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the token endpoint answered.
 *
 * @param status of HTTP
 * @param json the body
 */
public record TokenResponse(int status, JsonNode json) {

    /** The access token, of a request that went well. */
    public String accessToken() {
        return required("access_token");
    }

    /** The refresh token, of a request that went well. */
    public String refreshToken() {
        return required("refresh_token");
    }

    /** The ID token, of a request that went well. */
    public String idToken() {
        return required("id_token");
    }

    /** The claims of the access token; its signature is not checked. */
    public JsonNode accessTokenClaims() {
        return TokenClaims.of(accessToken());
    }

    /** The claims of the ID token; its signature is not checked. */
    public JsonNode idTokenClaims() {
        return TokenClaims.of(idToken());
    }

    /** The error, or null. */
    public String error() {
        return json.path("error").textValue();
    }

    /** What explains the error, or null. */
    public String errorDescription() {
        return json.path("error_description").textValue();
    }

    private String required(String field) {
        String value = json.path(field).textValue();
        if (value == null) {
            throw new AssertionError("No " + field + " in the answer " + status + ": " + json);
        }
        return value;
    }
}
