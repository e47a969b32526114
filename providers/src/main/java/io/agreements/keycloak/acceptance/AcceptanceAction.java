package io.agreements.keycloak.acceptance;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required action that asks whoever signs in for what is owed. */
public final class AcceptanceAction {

    public static final String ID = "agreement-acceptance";

    private AcceptanceAction() {}

    /** Whether the realm has its users asked. */
    public static boolean isEnabled(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ID);
        return action != null && action.isEnabled();
    }
}
