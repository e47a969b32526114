package io.agreements.keycloak.setup.flow;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Steps and conditions of the product in flows other than that of registration: nothing needs them. */
public final class OtherFlowsCondition implements SetupCondition {

    private static final String ID = "other-flows";

    private final RealmModel realm;
    private final FlowSteps steps;

    public OtherFlowsCondition(RealmModel realm) {
        this.realm = realm;
        this.steps = new FlowSteps(realm);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        Set<String> flows = new TreeSet<>();
        found().forEach(found -> flows.add(found.flow().getAlias()));
        return flows.isEmpty()
                ? Finding.notNeeded(Sentence.of(ID + ".none"))
                : Finding.ok(Sentence.of(ID + ".some", String.join(", ", flows)));
    }

    /** Without its condition a flow would be run for everybody, or for those whom another condition finds: it is disabled. */
    @Override
    public List<Change> takeBack() {
        List<Change> changes = new ArrayList<>();
        for (Found found : found()) {
            String flow = found.flow().getAlias();
            AuthenticationExecutionModel step = found.step();
            if (FlowSteps.CONDITION.equals(step.getAuthenticator())) {
                AuthenticationExecutionModel around =
                        realm.getAuthenticationExecutionByFlowId(found.flow().getId());
                if (around != null && !around.isDisabled()) {
                    changes.add(new Change(
                            Sentence.of(ID + ".disable", flow), () -> steps.require(around, Requirement.DISABLED)));
                }
            }
            changes.add(
                    new Change(Sentence.of(ID + ".remove", flow, step.getAuthenticator()), () -> steps.remove(step)));
        }
        return changes;
    }

    @Override
    public Optional<Sentence> withoutJars() {
        return Optional.of(Sentence.of(ID + ".gone"))
                .filter(sentence ->
                        found().stream().anyMatch(found -> !found.step().isDisabled()));
    }

    private List<Found> found() {
        AuthenticationFlowModel registration = realm.getRegistrationFlow();
        Set<String> itsFlows = registration == null ? Set.of() : steps.flowsIn(registration);
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> !itsFlows.contains(flow.getId()))
                .sorted((one, other) -> one.getAlias().compareTo(other.getAlias()))
                .flatMap(flow -> steps.of(flow.getId()).stream()
                        .filter(step -> !step.isAuthenticatorFlow())
                        .filter(step -> step.getAuthenticator() != null)
                        .filter(step -> FlowSteps.OURS.contains(step.getAuthenticator()))
                        .map(step -> new Found(flow, step)))
                .toList();
    }

    private record Found(AuthenticationFlowModel flow, AuthenticationExecutionModel step) {}
}
