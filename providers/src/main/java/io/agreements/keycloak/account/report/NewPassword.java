package io.agreements.keycloak.account.report;

import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;

/**
 * Has the next sign-in ask for a new password. It never asks for what the user could not give, since that would lock the
 * user out: nobody without a password is asked, and nobody whose password is in a store that takes no new ones.
 */
final class NewPassword {

    private static final String EDIT_MODE = "editMode";
    private static final Set<String> MODES_THAT_TAKE_PASSWORDS = Set.of("WRITABLE", "UNSYNCED");

    private NewPassword() {}

    /** @return whether the next sign-in asks for one */
    static boolean ask(RealmModel realm, UserModel user) {
        if (!isActionEnabled(realm)
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                || !canBeChanged(realm, user)) {
            return false;
        }
        try {
            user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        } catch (ReadOnlyException e) {
            return false;
        }
        return user.getRequiredActionsStream().anyMatch(RequiredAction.UPDATE_PASSWORD.name()::equals);
    }

    private static boolean isActionEnabled(RealmModel realm) {
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(RequiredAction.UPDATE_PASSWORD.name());
        return action != null && action.isEnabled();
    }

    /** A store that does not say that it takes passwords is taken for one that does not. */
    private static boolean canBeChanged(RealmModel realm, UserModel user) {
        String storeId = user.isFederated() ? user.getFederationLink() : StorageId.providerId(user.getId());
        if (storeId == null) {
            return true;
        }
        ComponentModel store = realm.getComponent(storeId);
        return store != null && MODES_THAT_TAKE_PASSWORDS.contains(String.valueOf(store.get(EDIT_MODE)));
    }
}
