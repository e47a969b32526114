package io.agreements.keycloak.rest.console;

import io.agreements.keycloak.setup.client.ConsoleClientCondition;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.urls.UrlType;

/**
 * A page of our own with the views that are otherwise part of the admin console: for servers whose console they cannot
 * be added to. It signs in as a client of the realm; without that client the page says how to make it.
 */
public final class ConsolePage {

    /** The client the page signs in as. */
    public static final String CLIENT_ID = ConsoleClientCondition.CLIENT_ID;

    private static final String THEME = "agreements";
    private static final String TEMPLATE = "plain-console.ftl";
    /** The property of the theme that names the page's script. */
    private static final String SCRIPT = "agreementsPlainScript";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ConsolePage(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The page; one that says what is missing, with status 404, where it cannot work. */
    public Response show() {
        try {
            Theme theme = session.theme().getTheme(THEME, Theme.Type.ADMIN);
            if (!theme.getProperties().containsKey(SCRIPT)) {
                return Response.status(Response.Status.NOT_FOUND)
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        .entity("This page needs keycloak-agreements-themes.jar in the directory providers.\n")
                        .build();
            }
            boolean complete = hasClient();
            return Response.status(complete ? Response.Status.OK : Response.Status.NOT_FOUND)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(render(theme, complete))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FreeMarkerException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean hasClient() {
        ClientModel client = realm.getClientByClientId(CLIENT_ID);
        return client != null && client.isEnabled();
    }

    private String render(Theme theme, boolean complete) throws IOException, FreeMarkerException {
        Locale locale = session.getContext().resolveLocale(null);
        Properties messages = theme.getEnhancedMessages(realm, locale);
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        URI adminBase = session.getContext().getUri(UrlType.ADMIN).getBaseUri();
        Map<String, Object> page = new HashMap<>();
        page.put("complete", complete);
        page.put("realm", realm.getName());
        page.put("clientId", CLIENT_ID);
        page.put("locale", locale.toLanguageTag());
        page.put("serverBaseUrl", withoutSlash(base));
        page.put("adminBaseUrl", withoutSlash(adminBase));
        page.put("address", address(adminBase));
        page.put("serverOrigin", UriUtils.getOrigin(base));
        page.put("resourceUrl", Urls.themeRoot(base).getPath() + "/admin/" + theme.getName());
        page.put("properties", theme.getProperties());
        page.put("msg", new MessageFormatterMethod(locale, messages));
        return session.getProvider(FreeMarkerProvider.class).processTemplate(page, TEMPLATE, theme);
    }

    /** Beside the admin REST interface, which it is there for. */
    private String address(URI adminBase) {
        return UriBuilder.fromUri(adminBase)
                .path("realms/{realm}/agreements/console")
                .build(realm.getName())
                .toString();
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
