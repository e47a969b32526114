package io.agreements.keycloak.setup.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/** Looks into themes as Keycloak finds them. */
public final class Themes {

    /** What the set-up chooses. */
    static final String AGREEMENTS = "agreements";

    /** Those that come with the jars, and go with them. */
    static final Set<String> OURS = Set.of(AGREEMENTS, "pop800");

    /** Keycloak's own: whoever has them has not chosen a look. */
    private static final Set<String> STOCK = Set.of("base", "keycloak", "keycloak.v2", "keycloak.v3");

    private static final String PAGE = "index.ftl";
    private static final String REGISTRATION_PAGE = "register.ftl";
    private static final String REGISTRATION_PARTS = "register-commons.ftl";
    /** The macro by which the page of registration calls for what is to be accepted. */
    private static final String MACRO = "termsAcceptance";
    /** What shows the agreements there. */
    private static final String TEMPLATE = "agreements-commons.ftl";

    private final KeycloakSession session;

    public Themes(KeycloakSession session) {
        this.session = session;
    }

    /** Whether what the jars bring is there. */
    boolean isInstalled(Theme.Type type) {
        return session.theme().nameSet(type).contains(AGREEMENTS);
    }

    /**
     * Whether nothing is lost if another one is chosen.
     *
     * @param name null if none is chosen
     */
    boolean isStock(String name) {
        return name == null || name.isBlank() || STOCK.contains(name);
    }

    /** Whether a login theme has the agreements on its page of registration. */
    public boolean showsAgreements(String name) {
        Theme theme = theme(name, Theme.Type.LOGIN);
        return read(theme, REGISTRATION_PAGE).contains(MACRO)
                && read(theme, REGISTRATION_PARTS).contains(TEMPLATE);
    }

    /** Whether a theme of a console is ours, or has ours as its parent and no page of its own. */
    boolean hasViews(String name, Theme.Type type) {
        URL ours = page(AGREEMENTS, type);
        return ours != null && ours.toString().equals(String.valueOf(page(name, type)));
    }

    private URL page(String name, Theme.Type type) {
        try {
            return theme(name, type).getTemplate(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shown: Keycloak's choice where none is chosen. */
    String shown(String name, Theme.Type type) {
        return name == null || name.isBlank()
                ? session.getProvider(ThemeSelectorProvider.class).getDefaultThemeName(type)
                : name;
    }

    /** What is shown without the jars where none is chosen. */
    String stock(Theme.Type type) {
        return new DefaultThemeSelectorProvider(session).getDefaultThemeName(type);
    }

    private Theme theme(String name, Theme.Type type) {
        try {
            return session.theme().getTheme(shown(name, type), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Theme theme, String template) {
        try {
            URL found = theme.getTemplate(template);
            if (found == null) {
                return "";
            }
            try (InputStream content = found.openStream()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
