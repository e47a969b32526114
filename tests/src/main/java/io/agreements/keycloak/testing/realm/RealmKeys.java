package io.agreements.keycloak.testing.realm;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys for realms of tests. A realm that brings none makes two RSA keys of its own, and a server whose Java starts quickly
 * takes seconds for them. Realms made one after the other have different keys.
 */
public final class RealmKeys {
    /** What the components of a realm that are its keys are called in its file. */
    public static final String COMPONENTS = "org.keycloak.keys.KeyProvider";

    private static final RealmKeys OF_THIS_RUN = new RealmKeys(4);
    private static final int BITS = 2048;

    private final List<Pair> pairs = new ArrayList<>();
    private int taken;
    private final int size;

    private RealmKeys(int size) {
        this.size = size;
    }

    /** Keys for the next realm: of the kinds that Keycloak makes for a new one. */
    public static List<Map<String, Object>> next() {
        Pair pair = OF_THIS_RUN.nextPair();
        return List.of(
                component("rsa", Map.of("privateKey", pair.signing(), "algorithm", "RS256")),
                component("rsa-enc", Map.of("privateKey", pair.encryption(), "algorithm", "RSA-OAEP")),
                component("hmac-generated", Map.of("algorithm", "HS512")),
                component("aes-generated", Map.of()));
    }

    private synchronized Pair nextPair() {
        int index = taken++ % size;
        if (index == pairs.size()) {
            pairs.add(new Pair(privateKey(), privateKey()));
        }
        return pairs.get(index);
    }

    private static Map<String, Object> component(String provider, Map<String, String> settings) {
        Map<String, List<String>> config = new HashMap<>(Map.of("priority", List.of("100")));
        settings.forEach((name, value) -> config.put(name, List.of(value)));
        return Map.of("name", provider, "providerId", provider, "config", config);
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return pem(generator.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    private record Pair(String signing, String encryption) {}
}
