package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.rest.PlainAddress;
import io.agreements.keycloak.rest.PlainHeaders;
import io.agreements.keycloak.rest.SentTypes;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Answers below {@code /admin/realms/{realm}/agreements}. */
public final class AgreementsAdminResourceProviderFactory
        implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

    private static final String ID = "agreements";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        PlainAddress.require(session);
        PlainHeaders.require(session);
        String path = session.getContext().getUri().getPath();
        if (path.endsWith("/import") || path.endsWith("/decisions")) {
            SentTypes.requireNoForm(
                    session,
                    "To have agreements taken over, send a ZIP archive as " + SentFiles.ZIP
                            + "; to have decisions taken over, a CSV as text/csv.");
        } else {
            SentTypes.requireJson(session, "Send JSON as application/json.");
        }
        return new AgreementsAdminResource(new AdminContext(session, realm, auth, adminEvent, ServerClock.INSTANCE));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
