package io.agreements.keycloak.rest.open;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.beans.LocaleBean;

/** The choice of language at the head of a page. Keycloak looks after it in its own flows only. */
final class LocaleChoice {

    private static final String ATTRIBUTE = "locale";

    private LocaleChoice() {}

    /**
     * Takes over a language that was chosen, if the realm has it.
     *
     * @param remember whether the browser shall keep it in a cookie
     */
    static void apply(KeycloakSession session, boolean remember) {
        RealmModel realm = session.getContext().getRealm();
        String chosen =
                session.getContext().getUri().getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (chosen == null
                || !realm.isInternationalizationEnabled()
                || realm.getSupportedLocalesStream().noneMatch(chosen::equals)) {
            return;
        }
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, chosen);
        if (remember) {
            session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(chosen);
        }
    }

    /** The language of the page before, where this one has no address of its own to choose it by. */
    static void carryOver(KeycloakSession session, String locale) {
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale);
    }

    /** Makes the links of the choice relative to what is being read, and keep which versions are compared, and how much of them is shown. */
    static Function<Map<String, Object>, Map<String, Object>> keepingQuery(KeycloakSession session) {
        return attributes -> {
            if (attributes.get(ATTRIBUTE) instanceof LocaleBean bean) {
                attributes.put(ATTRIBUTE, withQuery(session, bean));
            }
            return attributes;
        };
    }

    private static LocaleBean withQuery(KeycloakSession session, LocaleBean bean) {
        Properties labels = new Properties();
        bean.getSupported()
                .forEach(locale -> labels.setProperty("locale_" + locale.getLanguageTag(), locale.getLabel()));
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        UriBuilder here = UriBuilder.newInstance();
        List.of("from", "to", "show").forEach(name -> {
            if (query.containsKey(name)) {
                here.queryParam(name, URLEncoder.encode(query.getFirst(name), StandardCharsets.UTF_8));
            }
        });
        return new LocaleBean(
                session.getContext().getRealm(), Locale.forLanguageTag(bean.getCurrentLanguageTag()), here, labels);
    }
}
