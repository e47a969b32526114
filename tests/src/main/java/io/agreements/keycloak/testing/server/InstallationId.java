package io.agreements.keycloak.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names an installation by what it is made of. */
final class InstallationId {
    private static final int LENGTH = 12;

    private InstallationId() {}

    /** The same id for the same jars, options, server and Java; another if any of them changed. */
    static String of(String keycloakVersion, List<Path> jars, Map<String, String> buildOptions) {
        MessageDigest digest = sha256();
        add(digest, keycloakVersion);
        add(digest, System.getProperty("java.home") + " " + Runtime.version());
        add(digest, new TreeMap<>(buildOptions).toString());
        for (Path jar : jars) {
            add(digest, jar.getFileName().toString());
            digest.update(sha256().digest(bytes(jar)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
