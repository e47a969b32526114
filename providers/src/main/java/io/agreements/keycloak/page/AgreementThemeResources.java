package io.agreements.keycloak.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/**
 * Adds the words of this extension to every theme of every realm. A theme, and a realm's own localization, may put others
 * in their place. (Templates and scripts lie in {@code theme-resources}, where Keycloak finds them by itself.)
 *
 * <p>It also lets a theme include the pages of the stock admin and account consoles of the running server, whichever that is.
 */
public final class AgreementThemeResources implements ThemeResourceProviderFactory, ThemeResourceProvider {

    private static final String ID = "agreements";
    private static final String MESSAGES = "messages";
    /**
     * Where the server has its stock pages, by names without a directory: such a page imports another template relative to
     * the name it is known by.
     */
    private static final Map<String, String> STOCK_PAGES = Map.of(
            "agreements-stock-admin-index.ftl", "theme/keycloak.v2/admin/index.ftl",
            "agreements-stock-account-index.ftl", "theme/keycloak.v3/account/index.ftl");

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ThemeResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public URL getTemplate(String name) {
        String page = STOCK_PAGES.get(name);
        return page == null ? null : Theme.class.getClassLoader().getResource(page);
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        return null;
    }

    @Override
    public Properties getMessages(String bundle, Locale locale) throws IOException {
        return MESSAGES.equals(bundle) ? OwnWords.in(locale) : new Properties();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
