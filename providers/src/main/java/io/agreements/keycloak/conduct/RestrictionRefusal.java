package io.agreements.keycloak.conduct;

import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.ClientRefusal;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a client is told whose user gets no service. Why is told to nobody but the user. */
public final class RestrictionRefusal {

    private RestrictionRefusal() {}

    public static ClientRefusal of(KeycloakSession session, RealmModel realm, Effect effect) {
        boolean terminated = effect == Effect.TERMINATED;
        return new ClientRefusal(
                terminated ? "account_terminated" : "account_suspended",
                "The account is " + (terminated ? "closed" : "suspended")
                        + ". Whoever signs in to it with a browser reads why.",
                new AgreementUrls(session, realm).list());
    }
}
