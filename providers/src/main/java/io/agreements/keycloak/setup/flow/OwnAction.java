package io.agreements.keycloak.setup.flow;

import io.agreements.keycloak.acceptance.AcceptanceAction;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.conduct.Restrictions;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * The required actions of the product. They come before Keycloak's own: who does not accept need not set up anything; only a
 * new password that is to be set comes before them, as it does for everybody who follows a mailed link. Who is about to go is
 * asked for nothing else before; who gets no service is asked for nothing at all.
 */
public enum OwnAction {
    RESTRICTION(Restrictions.REQUIRED_ACTION, "Read why the account is restricted", 3),
    DELETION(DeletionRequests.REQUIRED_ACTION, "Delete account after a cooling-off time", 5),
    ACCEPTANCE(AcceptanceAction.ID, "Accept agreements", 10);

    private final String id;
    private final String displayName;
    private final int priority;

    OwnAction(String id, String displayName, int priority) {
        this.id = id;
        this.displayName = displayName;
        this.priority = priority;
    }

    /** Alias in realms, and id of the provider. */
    public String id() {
        return id;
    }

    /** What administrators see. */
    public String displayName() {
        return displayName;
    }

    /** What a realm is given that lacks it: enabled, and no default action. */
    public RequiredActionProviderModel toModel() {
        RequiredActionProviderModel model = new RequiredActionProviderModel();
        model.setAlias(id);
        model.setProviderId(id);
        model.setName(displayName);
        model.setEnabled(true);
        model.setDefaultAction(false);
        model.setPriority(priority);
        return model;
    }
}
