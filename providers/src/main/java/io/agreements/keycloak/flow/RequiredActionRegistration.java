package io.agreements.keycloak.flow;

import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Makes the required action known to realms that do not have it: to those there are when the server starts, and to new
 * ones. It is enabled, which asks nothing of anybody until an agreement is published; a realm that has switched it off
 * keeps it so.
 */
final class RequiredActionRegistration implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(RequiredActionRegistration.class);

    /** Before Keycloak's own actions: who does not accept need not set up anything. */
    private static final int PRIORITY = 10;

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            registerEverywhere(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            register(created.getCreatedRealm());
        }
    }

    private static void registerEverywhere(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> realms(session).forEach(RequiredActionRegistration::register));
    }

    private static List<RealmModel> realms(KeycloakSession session) {
        return session.realms().getRealmsStream().toList();
    }

    private static void register(RealmModel realm) {
        if (realm.getRequiredActionProviderByAlias(AgreementAcceptanceFactory.ID) != null) {
            return;
        }
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(AgreementAcceptanceFactory.ID);
        action.setProviderId(AgreementAcceptanceFactory.ID);
        action.setName(AgreementAcceptanceFactory.DISPLAY_TEXT);
        action.setEnabled(true);
        action.setDefaultAction(false);
        action.setPriority(PRIORITY);
        realm.addRequiredActionProvider(action);
        LOG.infof("Required action %s registered in realm %s", AgreementAcceptanceFactory.ID, realm.getName());
    }
}
