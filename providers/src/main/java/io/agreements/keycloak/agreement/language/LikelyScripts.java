package io.agreements.keycloak.agreement.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The script that a language is most likely written in. The JDK has no such table, and Keycloak brings none. */
final class LikelyScripts {

    private static final String TABLE = "agreements-languages/likely-scripts.properties";
    private static final String ALL_OTHERS = "Latn";
    private static final Map<String, String> BY_LANGUAGE = read();

    private LikelyScripts() {}

    static String of(String language, String country) {
        String anywhere = BY_LANGUAGE.getOrDefault(language, ALL_OTHERS);
        return BY_LANGUAGE.getOrDefault(language + "-" + country, anywhere);
    }

    private static Map<String, String> read() {
        Properties table = new Properties();
        try (InputStream file = LikelyScripts.class.getClassLoader().getResourceAsStream(TABLE)) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.stringPropertyNames().stream()
                .flatMap(script -> Arrays.stream(table.getProperty(script).split(" "))
                        .map(language -> Map.entry(language, script)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
