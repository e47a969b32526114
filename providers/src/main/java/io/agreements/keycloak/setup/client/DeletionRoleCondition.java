package io.agreements.keycloak.setup.client;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** All users may ask for the deletion of their accounts. */
public final class DeletionRoleCondition implements SetupCondition {

    private static final String ID = "deletion-role";

    private final RealmModel realm;
    private final Before before;

    public DeletionRoleCondition(RealmModel realm, Before before) {
        this.realm = realm;
        this.before = before;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        RoleModel role = role();
        if (role == null) {
            return Finding.notNeeded(Sentence.of(ID + ".none"));
        }
        return realm.getDefaultRole().hasRole(role)
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.toMend(
                        Sentence.of(ID + ".missing"),
                        new Change(
                                Sentence.of(ID + ".add", realm.getDefaultRole().getName()), this::give));
    }

    /** Only what the set-up gave: the role is Keycloak's own. */
    @Override
    public List<Change> takeBack() {
        return before.has(ID) && role() != null
                ? List.of(new Change(
                        Sentence.of(ID + ".remove", realm.getDefaultRole().getName()), this::take))
                : List.of();
    }

    private void give() {
        realm.getDefaultRole().addCompositeRole(role());
        before.keep(ID, null);
    }

    private void take() {
        realm.getDefaultRole().removeCompositeRole(role());
        before.forget(ID);
    }

    private RoleModel role() {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return account == null ? null : account.getRole(AccountRoles.DELETE_ACCOUNT);
    }
}
