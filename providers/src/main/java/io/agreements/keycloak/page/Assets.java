package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.text.TextDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Addresses of this extension's script and style below a theme's resources. Servers let browsers keep those for weeks,
 * so the address changes with the content.
 *
 * @param script relative to {@code url.resourcesPath}
 * @param style relative to {@code url.resourcesPath}
 */
public record Assets(String script, String style) {

    public static final Assets CURRENT = new Assets(address("js/agreements.js"), address("css/agreements.css"));

    private static final int DIGEST_CHARACTERS = 12;

    /** What verifies receipts in a browser; it comes with the jar of the themes, and is empty without that. */
    public static Optional<String> verifier() {
        return find("js/agreements-verify.js");
    }

    private static String address(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException(path + " is missing from the jar"));
    }

    private static Optional<String> find(String path) {
        String resource = "theme-resources/resources/" + path;
        try (InputStream file = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                return Optional.empty();
            }
            return Optional.of(path + "?v=" + TextDigest.of(file.readAllBytes()).substring(0, DIGEST_CHARACTERS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
