package io.agreements.keycloak.tests.operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The options of Keycloak's server that an operator meets. Their keys are looked for in the classes that declare them, without
 * running these: that would take half of the server.
 */
final class KeycloakOptions {
    private static final String VARIABLE = "KC_";

    /** Those that {@code kc.sh build} takes: at a start of what was built they say nothing. */
    private static final Set<String> OF_THE_BUILD = Set.of(
            "cache",
            "db",
            "features",
            "features-disabled",
            "health-enabled",
            "http-management-relative-path",
            "http-relative-path",
            "metrics-enabled",
            "transaction-xa-enabled");

    private final List<String> declaring = List.of(
                    "BootstrapAdmin",
                    "Caching",
                    "Database",
                    "Health",
                    "HostnameV2",
                    "Http",
                    "Management",
                    "Metrics",
                    "Proxy")
            .stream()
            .map(KeycloakOptions::content)
            .toList();

    boolean has(String key) {
        // As a class file has a text: its kind, its length in two bytes, its bytes.
        String constant = "\u0001" + (char) (key.length() >> 8) + (char) (key.length() & 0xff) + key;
        return declaring.stream().anyMatch(content -> content.contains(constant));
    }

    boolean isOfTheBuild(String key) {
        return OF_THE_BUILD.contains(key);
    }

    /** What the variables of an environment say, by the keys of options: {@code KC_SPI_A__B__C_D} is {@code spi-a--b--c-d}. */
    static Collection<String> keysOf(Collection<String> variables) {
        return variables.stream()
                .filter(variable -> variable.startsWith(VARIABLE))
                .map(variable -> variable.substring(VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .toList();
    }

    private static String content(String options) {
        String name = "/org/keycloak/config/" + options + "Options.class";
        try (InputStream in = KeycloakOptions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Keycloak has no " + name + " any more");
            }
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
