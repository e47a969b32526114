package io.agreements.keycloak.token;

import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * The clients by which administrators mend a bad publication. An administrator is not kept out of them; anybody else who
 * has a token of theirs is treated as with any other client.
 */
final class AdminConsoles {

    /** The client of the page that has the views of agreements to itself. */
    private static final String AGREEMENTS_CONSOLE = "agreements-console";

    private static final Set<String> CLIENTS =
            Set.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID, AGREEMENTS_CONSOLE);

    /** How the clients are called that hold the administrators' roles of other realms. */
    private static final String MANAGEMENT_SUFFIX = "-realm";

    private AdminConsoles() {}

    /** Whether it is an administrator, at one of these clients. */
    static boolean isAdministrator(RealmModel realm, Bearer bearer) {
        return CLIENTS.contains(bearer.client().getClientId())
                && RoleUtils.getDeepUserRoleMappings(bearer.user()).stream()
                        .anyMatch(role -> isAdministrative(realm, role));
    }

    private static boolean isAdministrative(RealmModel realm, RoleModel role) {
        boolean isMaster = realm.getName().equals(Config.getAdminRealm());
        if (role.getContainer() instanceof ClientModel client) {
            return isMaster
                    ? client.getClientId().endsWith(MANAGEMENT_SUFFIX)
                    : client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID);
        }
        return isMaster && AdminRoles.ADMIN.equals(role.getName());
    }
}
