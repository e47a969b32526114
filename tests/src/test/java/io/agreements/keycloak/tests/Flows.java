package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.realm.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/**
 * What an administrator does to the flows of a realm.
 *
 * @param realm the realm
 */
record Flows(TestRealm realm) {

    Flows(Pop800 pop800) {
        this(pop800.realm());
    }

    /** A flow of its own at the top. */
    Flows create(String alias) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        close(admin().createFlow(flow));
        return this;
    }

    Flows copy(String alias, String copy) {
        close(admin().copy(alias, Map.of("newName", copy)));
        return this;
    }

    /** A flow in a flow. */
    Flows addFlow(String parent, String alias, String requirement, int priority) {
        admin().addExecutionFlow(parent, Map.of("alias", alias, "type", "basic-flow", "provider", "basic-flow"));
        AuthenticationExecutionInfoRepresentation added = admin().getExecutions(parent).stream()
                .filter(execution -> alias.equals(execution.getDisplayName()))
                .findFirst()
                .orElseThrow();
        return place(parent, added, requirement, priority);
    }

    Flows add(String flow, String provider, int priority) {
        return add(flow, provider, priority, Map.of());
    }

    /** @param priority where it stands: Keycloak's own flows count by tens */
    Flows add(String flow, String provider, int priority, Map<String, String> config) {
        admin().addExecution(flow, Map.of("provider", provider));
        AuthenticationExecutionInfoRepresentation added = admin().getExecutions(flow).stream()
                .filter(execution -> provider.equals(execution.getProviderId()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        if (!config.isEmpty()) {
            AuthenticatorConfigRepresentation representation = new AuthenticatorConfigRepresentation();
            representation.setAlias(provider + "-" + flow);
            representation.setConfig(config);
            close(admin().newExecutionConfig(added.getId(), representation));
        }
        return place(flow, added, "REQUIRED", priority);
    }

    /** As an update of the step without a priority does. */
    Flows moveToTheTop(String flow, String provider) {
        AuthenticationExecutionInfoRepresentation step = step(flow, provider);
        return place(flow, step, step.getRequirement(), 0);
    }

    Flows disable(String flow, String provider) {
        AuthenticationExecutionInfoRepresentation step = step(flow, provider);
        return place(flow, step, "DISABLED", step.getPriority());
    }

    Flows remove(String flow, String provider) {
        admin().removeExecution(step(flow, provider).getId());
        return this;
    }

    private AuthenticationExecutionInfoRepresentation step(String flow, String provider) {
        return admin().getExecutions(flow).stream()
                .filter(execution -> provider.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
    }

    private Flows place(
            String flow, AuthenticationExecutionInfoRepresentation execution, String requirement, int priority) {
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        admin().updateExecutions(flow, execution);
        return this;
    }

    private AuthenticationManagementResource admin() {
        return realm.admin().flows();
    }

    private static void close(Response response) {
        try (response) {
            if (response.getStatus() >= 300) {
                throw new AssertionError(response.getStatus() + " " + response.readEntity(String.class));
            }
        }
    }
}
