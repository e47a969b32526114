package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.MessageFiles;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProvider;

/**
 * A mail as Keycloak makes it of the templates and words of the jar.
 *
 * @param words of its language, by key
 */
record RenderedMail(Properties words, String html, String text) {

    static final String REALM = "Shop";
    static final String CONTACT = "service@example.org";

    /** @param language of the words, or one that has none of its own and gets English ones */
    static RenderedMail of(Letter letter, String language, String contact, MailLinks links) {
        Properties words = MessageFiles.wordsIn(language);
        Map<String, Object> attributes = new HashMap<>(
                new Envelope(new Language(words.getProperty("agreementsLanguage")), contact, links).around(letter));
        attributes.put("realmName", REALM);
        attributes.put("msg", new MessageFormatterMethod(new Language(language).locale(), words));
        String template = letter.kind().template();
        return new RenderedMail(words, render("html/" + template, attributes), render("text/" + template, attributes));
    }

    String says(String key) {
        return words.getProperty(key).replace("{0}", REALM);
    }

    private static String render(String template, Map<String, Object> attributes) {
        try {
            return new DefaultFreeMarkerProvider(null, null).processTemplate(attributes, template, theme());
        } catch (FreeMarkerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Theme theme() {
        return (Theme) Proxy.newProxyInstance(
                Theme.class.getClassLoader(),
                new Class<?>[] {Theme.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTemplate" -> RenderedMail.class.getResource("/theme-resources/templates/" + arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
