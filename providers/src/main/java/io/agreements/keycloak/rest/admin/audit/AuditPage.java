package io.agreements.keycloak.rest.admin.audit;

import io.agreements.keycloak.audit.words.FigureWords;
import io.agreements.keycloak.page.PageMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** The figures of a year as one file of HTML, to be printed and kept: without a script, and without anything from elsewhere. */
final class AuditPage {

    private static final String TEMPLATE = "agreements-audit.ftl";

    private final KeycloakSession session;
    private final PageMessages messages;

    AuditPage(KeycloakSession session, PageMessages messages) {
        this.session = session;
        this.messages = messages;
    }

    String of(AuditRepresentation audit) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            Map<String, Object> page = new HashMap<>(Map.of(
                    "audit",
                    audit,
                    "words",
                    new FigureWords(messages),
                    "direction",
                    messages.language().direction().attribute()));
            return session.getProvider(FreeMarkerProvider.class).processTemplate(page, TEMPLATE, theme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FreeMarkerException e) {
            throw new IllegalStateException(e);
        }
    }
}
