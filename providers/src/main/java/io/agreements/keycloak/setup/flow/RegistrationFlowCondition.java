package io.agreements.keycloak.setup.flow;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/**
 * The registration flow has the step that shows the agreements, below the one that creates the user, and not Keycloak's own
 * terms beside it. A flow of Keycloak's is copied, one of the realm's own is changed.
 */
public final class RegistrationFlowCondition implements SetupCondition {

    private static final String ID = "registration-flow";
    private static final String COPY = ID + ".copy";
    private static final String TERMS_BEFORE = ID + ".terms";

    private static final String NAME = "registration with agreements";
    private static final String FORM = "registration-page-form";
    private static final String CREATION = "registration-user-creation";
    private static final String TERMS = "registration-terms-and-conditions";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Before before;
    private final FlowSteps steps;

    public RegistrationFlowCondition(KeycloakSession session, RealmModel realm, Before before) {
        this.session = session;
        this.realm = realm;
        this.before = before;
        this.steps = new FlowSteps(realm);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        if (!realm.isRegistrationAllowed()) {
            return Finding.notNeeded(Sentence.of(ID + ".notAllowed"));
        }
        AuthenticationFlowModel flow = realm.getRegistrationFlow();
        Optional<AuthenticationExecutionModel> form = form(flow);
        if (form.isEmpty()) {
            return Finding.byHand(Sentence.of(ID + ".noForm", flow == null ? "-" : flow.getAlias()));
        }
        Optional<Sentence> fault = fault(form.orElseThrow());
        if (fault.isEmpty()) {
            return Finding.ok(Sentence.of(ID + ".ok", flow.getAlias()));
        }
        return Finding.toMend(
                fault.orElseThrow(),
                flow.isBuiltIn() ? copying(flow, form.orElseThrow()) : mending(flow, form.orElseThrow()));
    }

    private Optional<Sentence> fault(AuthenticationExecutionModel form) {
        List<AuthenticationExecutionModel> inForm = steps.of(form.getFlowId());
        int ours = indexOf(inForm, FlowSteps.REGISTRATION);
        if (ours < 0) {
            return Optional.of(Sentence.of(ID + ".missing"));
        }
        if (inForm.get(ours).isDisabled() || form.isDisabled()) {
            return Optional.of(Sentence.of(ID + ".disabled"));
        }
        if (ours < indexOf(inForm, CREATION)) {
            return Optional.of(Sentence.of(ID + ".above"));
        }
        return terms(inForm).isPresent() ? Optional.of(Sentence.of(ID + ".terms")) : Optional.empty();
    }

    private List<Change> copying(AuthenticationFlowModel flow, AuthenticationExecutionModel form) {
        String name = freeName();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(Sentence.of(ID + ".copy", flow.getAlias(), name), () -> copy(flow, name)));
        if (indexOf(steps.of(form.getFlowId()), FlowSteps.REGISTRATION) < 0) {
            changes.add(new Change(
                    Sentence.of(ID + ".add", name), () -> steps.add(formOf(name).getFlowId(), FlowSteps.REGISTRATION)));
        }
        if (terms(steps.of(form.getFlowId())).isPresent()) {
            changes.add(new Change(Sentence.of(ID + ".noTerms", name), () -> disableTerms(formOf(name))));
        }
        changes.add(new Change(Sentence.of(ID + ".bind", name), () -> bind(flow, name)));
        return changes;
    }

    private List<Change> mending(AuthenticationFlowModel flow, AuthenticationExecutionModel form) {
        String name = flow.getAlias();
        List<AuthenticationExecutionModel> inForm = steps.of(form.getFlowId());
        int ours = indexOf(inForm, FlowSteps.REGISTRATION);
        List<Change> changes = new ArrayList<>();
        if (form.isDisabled()) {
            changes.add(
                    new Change(Sentence.of(ID + ".enableForm", name), () -> steps.require(form, Requirement.REQUIRED)));
        }
        if (ours < 0) {
            changes.add(new Change(
                    Sentence.of(ID + ".add", name), () -> steps.add(form.getFlowId(), FlowSteps.REGISTRATION)));
        } else {
            AuthenticationExecutionModel step = inForm.get(ours);
            if (step.isDisabled()) {
                changes.add(
                        new Change(Sentence.of(ID + ".enable", name), () -> steps.require(step, Requirement.REQUIRED)));
            }
            if (ours < indexOf(inForm, CREATION)) {
                changes.add(new Change(Sentence.of(ID + ".move", name), () -> steps.moveToTheEnd(step)));
            }
        }
        if (terms(inForm).isPresent()) {
            changes.add(new Change(Sentence.of(ID + ".noTerms", name), () -> {
                before.keep(TERMS_BEFORE, flow.getId());
                disableTerms(form);
            }));
        }
        return changes;
    }

    @Override
    public List<Change> takeBack() {
        AuthenticationFlowModel flow = realm.getRegistrationFlow();
        if (flow == null) {
            return List.of();
        }
        AuthenticationFlowModel copy = copy();
        if (copy != null && copy.getId().equals(flow.getId()) && former() != null) {
            return List.of(
                    new Change(
                            Sentence.of(ID + ".bind", former().getAlias()), () -> realm.setRegistrationFlow(former())),
                    new Change(Sentence.of(ID + ".removeCopy", copy.getAlias()), this::removeCopy));
        }
        List<Change> changes = new ArrayList<>();
        steps.within(flow.getId())
                .filter(step -> FlowSteps.REGISTRATION.equals(step.getAuthenticator()))
                .forEach(step -> changes.add(
                        new Change(Sentence.of(ID + ".remove", flow.getAlias()), () -> steps.remove(step))));
        if (flow.getId().equals(before.get(TERMS_BEFORE))) {
            changes.add(new Change(Sentence.of(ID + ".termsBack", flow.getAlias()), () -> enableTerms(flow)));
        }
        return changes;
    }

    @Override
    public Optional<Sentence> withoutJars() {
        AuthenticationFlowModel flow = realm.getRegistrationFlow();
        return Optional.of(Sentence.of(ID + ".gone"))
                .filter(sentence -> flow != null
                        && steps.within(flow.getId())
                                .anyMatch(step ->
                                        FlowSteps.REGISTRATION.equals(step.getAuthenticator()) && !step.isDisabled()));
    }

    private Optional<AuthenticationExecutionModel> form(AuthenticationFlowModel flow) {
        return flow == null
                ? Optional.empty()
                : steps.within(flow.getId())
                        .filter(step -> step.isAuthenticatorFlow() && FORM.equals(step.getAuthenticator()))
                        .findFirst();
    }

    private AuthenticationExecutionModel formOf(String flow) {
        return form(realm.getFlowByAlias(flow)).orElseThrow();
    }

    private static Optional<AuthenticationExecutionModel> terms(List<AuthenticationExecutionModel> inForm) {
        return inForm.stream()
                .filter(step -> TERMS.equals(step.getAuthenticator()) && !step.isDisabled())
                .findFirst();
    }

    private void disableTerms(AuthenticationExecutionModel form) {
        terms(steps.of(form.getFlowId())).ifPresent(step -> steps.require(step, Requirement.DISABLED));
    }

    private void enableTerms(AuthenticationFlowModel flow) {
        steps.within(flow.getId())
                .filter(step -> TERMS.equals(step.getAuthenticator()))
                .toList()
                .forEach(step -> steps.require(step, Requirement.REQUIRED));
        before.forget(TERMS_BEFORE);
    }

    private void copy(AuthenticationFlowModel flow, String name) {
        AuthenticationFlowModel copy = AuthenticationManagementResource.copyFlow(session, realm, flow, name);
        before.forget(COPY);
        before.keep(COPY, copy.getId());
    }

    private void bind(AuthenticationFlowModel flow, String name) {
        before.forget(ID);
        before.keep(ID, flow.getAlias());
        realm.setRegistrationFlow(realm.getFlowByAlias(name));
    }

    private void removeCopy() {
        steps.removeFlow(copy());
        before.forget(COPY);
        before.forget(ID);
    }

    /** What the set-up made; null if it made none, or somebody has removed it. */
    private AuthenticationFlowModel copy() {
        return before.get(COPY) == null ? null : realm.getAuthenticationFlowById(before.get(COPY));
    }

    /** What was bound before; Keycloak's own if that is gone, null if that is gone too. */
    private AuthenticationFlowModel former() {
        AuthenticationFlowModel kept = before.get(ID) == null ? null : realm.getFlowByAlias(before.get(ID));
        return kept == null ? realm.getFlowByAlias(DefaultAuthenticationFlows.REGISTRATION_FLOW) : kept;
    }

    private String freeName() {
        String name = NAME;
        for (int next = 2; realm.getFlowByAlias(name) != null; next++) {
            name = NAME + " " + next;
        }
        return name;
    }

    private static int indexOf(List<AuthenticationExecutionModel> inForm, String provider) {
        for (int index = 0; index < inForm.size(); index++) {
            if (provider.equals(inForm.get(index).getAuthenticator())) {
                return index;
            }
        }
        return -1;
    }
}
