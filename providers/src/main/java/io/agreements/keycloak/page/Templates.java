package io.agreements.keycloak.page;

import io.agreements.proof.canonical.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Which templates a page is made with.
 *
 * @param theme name of the login theme
 * @param digests by name of the template, SHA-256 of what the theme has under it, hexadecimal
 */
public record Templates(String theme, Map<String, String> digests) {

    /** Of the jar. */
    static final String PRODUCT_VERSION = Optional.ofNullable(
                    Templates.class.getPackage().getImplementationVersion())
            .orElse("unknown");

    /** What every page that asks for decisions is made of. */
    private static final List<String> COMMONS =
            List.of("agreements-check.ftl", "agreements-commons.ftl", "agreements-sheet.ftl");

    public Templates {
        digests = Map.copyOf(digests);
    }

    /** @param names of the templates of the page; those the theme has not are passed over */
    public static Templates of(KeycloakSession session, List<String> names) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            Map<String, String> digests = new TreeMap<>();
            for (String name : COMMONS) {
                put(digests, theme, name);
            }
            for (String name : names) {
                put(digests, theme, name);
            }
            return new Templates(theme.getName(), digests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, String> digests, Theme theme, String name) throws IOException {
        URL template = theme.getTemplate(name);
        if (template != null) {
            try (InputStream content = template.openStream()) {
                digests.put(name, Sha256.hex(content.readAllBytes()));
            }
        }
    }
}
