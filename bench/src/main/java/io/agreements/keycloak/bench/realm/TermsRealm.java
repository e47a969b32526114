package io.agreements.keycloak.bench.realm;

import io.agreements.keycloak.testing.realm.TestRealm;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak's own terms and conditions: asked for at registration, and accepted by the model of all users. */
final class TermsRealm {
    private static final String ACTION = "TERMS_AND_CONDITIONS";
    private static final String STEP = "registration-terms-and-conditions";
    private static final String ACCEPTED_AT = "terms_and_conditions";

    private TermsRealm() {}

    static void askForTerms(TestRealm realm) {
        AuthenticationManagementResource flows = realm.admin().flows();
        RequiredActionProviderRepresentation action = flows.getRequiredAction(ACTION);
        action.setEnabled(true);
        flows.updateRequiredAction(ACTION, action);

        AuthenticationExecutionInfoRepresentation step = flows.getExecutions("registration").stream()
                .filter(execution -> STEP.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak's registration has no step for its terms"));
        step.setRequirement("REQUIRED");
        flows.updateExecutions("registration", step);

        UserResource model = realm.user(BenchRealm.MODEL);
        UserRepresentation accepted = model.toRepresentation();
        accepted.singleAttribute(ACCEPTED_AT, String.valueOf(System.currentTimeMillis() / 1000));
        model.update(accepted);
    }
}
