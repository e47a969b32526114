package io.agreements.keycloak.page.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeProvider;

/**
 * What the files of an operator's theme say in exactly one language. Of a theme as Keycloak puts it together nobody can tell
 * in which of several languages a message was found.
 */
final class ThemeWords {

    private static final String MESSAGES = "messages";

    /** Of which everybody knows that they have no words of ours: their files are large. */
    private static final Set<String> STOCK = Set.of("base", "keycloak", "keycloak.v2", "keycloak.v3", "agreements");

    /** What a theme is based on stands before it. */
    private final Deque<Theme> themes = new ArrayDeque<>();

    private ThemeWords() {}

    static ThemeWords of(KeycloakSession session, Theme.Type type) {
        List<ThemeProvider> providers = session.getAllProviders(ThemeProvider.class).stream()
                .sorted(Comparator.comparingInt(ThemeProvider::getProviderPriority)
                        .reversed())
                .toList();
        ThemeWords words = new ThemeWords();
        try {
            String name = session.theme().getTheme(type).getName();
            while (name != null && !STOCK.contains(name)) {
                Optional<Theme> theme = find(providers, name, type);
                theme.ifPresent(words.themes::addFirst);
                name = theme.map(Theme::getParentName).orElse(null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Optional<Theme> find(List<ThemeProvider> providers, String name, Theme.Type type)
            throws IOException {
        for (ThemeProvider provider : providers) {
            if (provider.hasTheme(name, type)) {
                return Optional.of(provider.getTheme(name, type));
            }
        }
        return Optional.empty();
    }

    Map<String, String> in(Locale locale) {
        Map<String, String> words = new HashMap<>();
        for (Theme theme : themes) {
            messages(theme, locale)
                    .ifPresent(
                            said -> said.stringPropertyNames().forEach(key -> words.put(key, said.getProperty(key))));
        }
        return words;
    }

    private static Optional<Properties> messages(Theme theme, Locale locale) {
        try {
            return Optional.ofNullable(theme.getMessages(MESSAGES, locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
