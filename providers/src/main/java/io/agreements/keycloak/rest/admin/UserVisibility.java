package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.acceptance.user.VisibleUsers;
import java.util.Set;
import org.keycloak.common.Profile;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Tells which users the caller may see, by the rules of Keycloak's own list of users. */
public final class UserVisibility {

    private UserVisibility() {}

    /** 403 for who may not even ask for users; who may ask but see none gets an empty list. */
    public static VisibleUsers require(AdminContext admin) {
        AdminPermissionEvaluator auth = admin.auth();
        auth.users().requireQuery();
        if (auth.users().canView()) {
            return VisibleUsers.ALL;
        }
        if (Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ)) {
            // Version 1 of fine-grained permissions: the groups go to the query by way of the session.
            Set<String> groups = auth.groups().getGroupIdsWithViewPermission();
            if (!groups.isEmpty()) {
                admin.session().setAttribute(UserModel.GROUPS, groups);
            }
        }
        return VisibleUsers.PERMITTED;
    }
}
