package io.agreements.keycloak.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Themes;
import io.agreements.keycloak.fixture.Themes.Said;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.theme.Theme;

final class ThemeWordsTest {

    private static final String SAVE = "agreements.common.save";
    private static final String CLOSE = "agreements.common.close";

    private static final Themes THEMES = new Themes(Map.of(
            "shop", new Said("house", Map.of("en", Map.of(SAVE, "Keep"), "de", Map.of(SAVE, "Behalten"))),
            "house", new Said("agreements", Map.of("en", Map.of(SAVE, "Store", CLOSE, "Shut"))),
            "agreements", new Said("keycloak.v3", Map.of("en", Map.of(CLOSE, "Stock")))));

    @Test
    void aThemeComesBeforeTheOneItIsBasedOn() {
        assertThat(in("shop", Locale.ENGLISH)).isEqualTo(Map.of(SAVE, "Keep", CLOSE, "Shut"));
    }

    @Test
    void whatAThemeSaysInOneLanguageStandsForNoOther() {
        assertThat(in("shop", Locale.GERMAN)).isEqualTo(Map.of(SAVE, "Behalten"));
        assertThat(in("shop", Locale.FRENCH)).isEmpty();
    }

    @Test
    void theThemesOfTheProductAreNotLookedThrough() {
        assertThat(in("agreements", Locale.ENGLISH)).isEmpty();
    }

    private static Map<String, String> in(String theme, Locale locale) {
        return ThemeWords.of(THEMES.chosen(theme), Theme.Type.ACCOUNT).in(locale);
    }
}
