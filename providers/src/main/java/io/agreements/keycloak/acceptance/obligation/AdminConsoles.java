package io.agreements.keycloak.acceptance.obligation;

import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * The clients by which administrators mend a bad publication. Whoever may manage a realm is not kept out of them by any
 * agreement; at all other clients such a user is asked as anybody is, and at these ones anybody else is.
 */
final class AdminConsoles {

    /** The client of the page that has the views of agreements to itself. */
    private static final String AGREEMENTS_CONSOLE = "agreements-console";

    private static final Set<String> CLIENTS =
            Set.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID, AGREEMENTS_CONSOLE);

    /** How the clients are called that hold the administrators' roles of the realms. */
    private static final String MANAGEMENT_SUFFIX = "-realm";

    private AdminConsoles() {}

    /** Whether it is one of these clients, and the user may manage this realm, or in the realm of administrators any. */
    static boolean areOpenTo(RealmModel realm, UserModel user, ClientModel client) {
        return CLIENTS.contains(client.getClientId())
                && RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(role -> letsManage(realm, role));
    }

    private static boolean letsManage(RealmModel realm, RoleModel role) {
        return AdminRoles.MANAGE_REALM.equals(role.getName())
                && role.getContainer() instanceof ClientModel management
                && isManagement(realm, management.getClientId());
    }

    private static boolean isManagement(RealmModel realm, String clientId) {
        return realm.getName().equals(Config.getAdminRealm())
                ? clientId.endsWith(MANAGEMENT_SUFFIX)
                : clientId.equals(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }
}
