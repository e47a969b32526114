package io.agreements.keycloak.setup.theme;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

public final class ConsoleThemeFactory implements ThemeSelectorProviderFactory {

    private static final String ID = "agreements";
    private static final String THEME = "theme/" + Themes.AGREEMENTS + "/admin/theme.properties";

    private final boolean isInstalled =
            ConsoleThemeFactory.class.getClassLoader().getResource(THEME) != null;

    @Override
    public String getId() {
        return ID;
    }

    /** Before Keycloak's own. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        String ofServer = Config.scope("theme").get("default");
        return new ConsoleTheme(session, isInstalled, ofServer != null && !ofServer.isEmpty());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
