package io.agreements.keycloak.setup.theme;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

/**
 * Lets administrators of realms that have chosen no theme for the admin console see agreements there: else nobody could get
 * at the set-up of a realm before it is set up. A realm, or a server, that has chosen one keeps it.
 */
final class ConsoleTheme extends DefaultThemeSelectorProvider {

    private final boolean isInstalled;
    private final boolean isChosenByServer;

    /**
     * @param isInstalled whether the theme is there
     * @param isChosenByServer whether the server has a default theme of its own
     */
    ConsoleTheme(KeycloakSession session, boolean isInstalled, boolean isChosenByServer) {
        super(session);
        this.isInstalled = isInstalled;
        this.isChosenByServer = isChosenByServer;
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        return type == Theme.Type.ADMIN && isInstalled && !isChosenByServer
                ? Themes.AGREEMENTS
                : super.getDefaultThemeName(type);
    }
}
