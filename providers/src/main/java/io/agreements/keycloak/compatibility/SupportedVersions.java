package io.agreements.keycloak.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** From which Keycloak to which one the product is supported, both included. The build says so. */
public record SupportedVersions(KeycloakVersion oldest, KeycloakVersion newest) {
    private static final String RESOURCE = "META-INF/agreements-supported.properties";

    static SupportedVersions read(ClassLoader loader) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE + ": it was not built as a whole");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SupportedVersions(version(properties, "oldest"), version(properties, "newest"));
    }

    private static KeycloakVersion version(Properties properties, String name) {
        String text = properties.getProperty(name, "");
        return KeycloakVersion.parse(text)
                .orElseThrow(() -> new IllegalStateException(RESOURCE + " names no version as " + name + ": " + text));
    }

    boolean include(String keycloak) {
        return KeycloakVersion.parse(keycloak)
                .filter(version -> version.compareTo(oldest) >= 0 && version.compareTo(newest) <= 0)
                .isPresent();
    }

    @Override
    public String toString() {
        return oldest + " to " + newest;
    }
}
