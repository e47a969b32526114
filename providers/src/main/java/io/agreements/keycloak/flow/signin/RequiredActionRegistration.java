package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.setup.flow.OwnAction;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Makes the required actions known to realms that do not have them: to those there are when the server starts, and to new
 * ones. They are enabled, which asks nothing of anybody until an agreement is published or a user wants to go; a realm
 * that has switched one off keeps it so.
 */
final class RequiredActionRegistration implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(RequiredActionRegistration.class);

    private static final String CLUSTER_TASK = "agreements-required-actions";
    private static final int CLUSTER_TASK_SECONDS = 300;

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            registerEverywhere(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            register(created.getCreatedRealm());
        }
    }

    /** On one node of those that start together: each would add what it finds missing. */
    private static void registerEverywhere(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(ClusterProvider.class)
                        .executeIfNotExecuted(CLUSTER_TASK, CLUSTER_TASK_SECONDS, () -> {
                            KeycloakModelUtils.runJobInTransaction(
                                    factory, own -> realms(own).forEach(RequiredActionRegistration::register));
                            return null;
                        }));
    }

    private static List<RealmModel> realms(KeycloakSession session) {
        return session.realms().getRealmsStream().toList();
    }

    private static void register(RealmModel realm) {
        Arrays.stream(OwnAction.values())
                .filter(action -> realm.getRequiredActionProviderByAlias(action.id()) == null)
                .forEach(action -> {
                    realm.addRequiredActionProvider(action.toModel());
                    LOG.infof("Required action %s registered in realm %s", action.id(), realm.getName());
                });
    }
}
