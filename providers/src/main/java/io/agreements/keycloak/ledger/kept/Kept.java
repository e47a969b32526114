package io.agreements.keycloak.ledger.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Something that many records say alike. It is kept once and for good, and records have its digest.
 *
 * @param digest SHA-256 of the content, hexadecimal
 * @param content a JSON object in its canonical form (RFC 8785), UTF-8
 */
public record Kept(KeptKind kind, String digest, byte[] content) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** @param fields strings, booleans, integers below 2^53, or lists and maps of these; what is null is left out */
    public static Kept of(KeptKind kind, Map<String, ?> fields) {
        byte[] content = CanonicalJson.of(fields);
        return new Kept(kind, Sha256.hex(content), content);
    }

    public Map<String, Object> fields() {
        try {
            return JSON.readValue(content, FIELDS);
        } catch (IOException e) {
            throw new UncheckedIOException(kind + " " + digest + " is not JSON", e);
        }
    }
}
