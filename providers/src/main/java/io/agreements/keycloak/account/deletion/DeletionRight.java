package io.agreements.keycloak.account.deletion;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Who may ask for the deletion of the own account. */
public final class DeletionRight {

    private DeletionRight() {}

    /** Whether the user has the role for it. */
    public static boolean has(RealmModel realm, UserModel user) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        RoleModel role = account == null ? null : account.getRole(AccountRoles.DELETE_ACCOUNT);
        return role != null && user.hasRole(role);
    }

    /** Whether the realm lets its users ask. */
    public static boolean isOffered(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(DeletionRequests.REQUIRED_ACTION);
        return action != null && action.isEnabled();
    }
}
