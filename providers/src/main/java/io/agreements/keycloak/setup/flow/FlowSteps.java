package io.agreements.keycloak.setup.flow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The steps of flows, in their order. */
final class FlowSteps {

    /** Of the form action. */
    static final String REGISTRATION = "registration-agreements";
    /** Of the authenticator. */
    static final String AUTHENTICATOR = "agreements";
    /** Of the condition. */
    static final String CONDITION = "agreements-accepted";

    static final Set<String> OURS = Set.of(REGISTRATION, AUTHENTICATOR, CONDITION);

    private static final int BEHIND = 10;

    private final RealmModel realm;

    FlowSteps(RealmModel realm) {
        this.realm = realm;
    }

    /** Those of a flow itself. */
    List<AuthenticationExecutionModel> of(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .sorted(Comparator.comparingInt(AuthenticationExecutionModel::getPriority))
                .toList();
    }

    /** Those of a flow and of all flows in it. */
    Stream<AuthenticationExecutionModel> within(String flowId) {
        return of(flowId).stream()
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? Stream.concat(Stream.of(step), within(step.getFlowId()))
                        : Stream.of(step));
    }

    /** The ids of a flow and of all flows in it. */
    Set<String> flowsIn(AuthenticationFlowModel flow) {
        Set<String> ids = new HashSet<>(Set.of(flow.getId()));
        within(flow.getId())
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .map(AuthenticationExecutionModel::getFlowId)
                .forEach(ids::add);
        return ids;
    }

    void add(String flowId, String provider) {
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setParentFlow(flowId);
        step.setAuthenticator(provider);
        step.setAuthenticatorFlow(false);
        step.setRequirement(Requirement.REQUIRED);
        step.setPriority(last(flowId));
        realm.addAuthenticatorExecution(step);
    }

    void require(AuthenticationExecutionModel step, Requirement requirement) {
        AuthenticationExecutionModel stored = realm.getAuthenticationExecutionById(step.getId());
        stored.setRequirement(requirement);
        realm.updateAuthenticatorExecution(stored);
    }

    void moveToTheEnd(AuthenticationExecutionModel step) {
        AuthenticationExecutionModel stored = realm.getAuthenticationExecutionById(step.getId());
        stored.setPriority(last(stored.getParentFlow()));
        realm.updateAuthenticatorExecution(stored);
    }

    void remove(AuthenticationExecutionModel step) {
        realm.removeAuthenticatorExecution(step);
    }

    /** A flow that was made for nothing but itself, with all flows in it. */
    void removeFlow(AuthenticationFlowModel flow) {
        for (AuthenticationExecutionModel step : of(flow.getId())) {
            if (step.isAuthenticatorFlow()) {
                removeFlow(realm.getAuthenticationFlowById(step.getFlowId()));
            }
            realm.removeAuthenticatorExecution(step);
        }
        realm.removeAuthenticationFlow(flow);
    }

    private int last(String flowId) {
        return of(flowId).stream()
                        .mapToInt(AuthenticationExecutionModel::getPriority)
                        .max()
                        .orElse(0)
                + BEHIND;
    }
}
