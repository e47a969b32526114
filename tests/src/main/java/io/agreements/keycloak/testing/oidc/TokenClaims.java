package io.agreements.keycloak.testing.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The readable part of a JSON Web Token. */
final class TokenClaims {
    private TokenClaims() {}

    static JsonNode of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a signed JSON Web Token: " + parts.length + " parts");
        }
        try {
            return LoopbackHttp.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
