package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.conduct.content.WordListProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** The list of a realm goes with it, unless an import makes the realm anew in the same transaction. */
final class RealmsGone implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            KeycloakSession session = removed.getKeycloakSession();
            session.getTransactionManager().enlistPrepare(removal(session, removed.getRealm()));
        }
    }

    private static AbstractKeycloakTransaction removal(KeycloakSession session, RealmModel realm) {
        return new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                if (!session.getProvider(AcceptanceProvider.class).knownUsers().isRealmThere(realm.getId())) {
                    session.getProvider(WordListProvider.class).removeRealm(realm);
                }
            }

            @Override
            protected void rollbackImpl() {}
        };
    }
}
