package io.agreements.keycloak.testing.realm;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keys for realms of tests. A realm that brings none makes two RSA keys of its own, and a Java that starts quickly takes seconds
 * for each: so this JVM makes three. Realms made one after the other sign with different ones.
 */
public final class RealmKeys {
    /** What the components of a realm that are its keys are called in its file. */
    public static final String COMPONENTS = "org.keycloak.keys.KeyProvider";

    private static final RealmKeys OF_THIS_RUN = new RealmKeys();
    private static final int BITS = 2048;

    private final List<String> signing =
            Stream.generate(RealmKeys::privateKey).limit(2).toList();
    private final String encryption = privateKey();
    private int taken;

    private RealmKeys() {}

    /** Keys for the next realm: of the kinds that Keycloak makes for a new one. */
    public static List<Map<String, Object>> next() {
        return List.of(
                component("rsa", Map.of("privateKey", OF_THIS_RUN.nextToSign(), "algorithm", "RS256")),
                component("rsa-enc", Map.of("privateKey", OF_THIS_RUN.encryption, "algorithm", "RSA-OAEP")),
                component("hmac-generated", Map.of("algorithm", "HS512")),
                component("aes-generated", Map.of()));
    }

    private synchronized String nextToSign() {
        return signing.get(taken++ % signing.size());
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
}
