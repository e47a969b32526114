package io.agreements.keycloak.setup.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.OwnFactories;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.authentication.RequiredActionFactory;

/** The set-up knows every step that the jar brings. */
final class FlowStepsTest {

    @Test
    void everyStepOfTheJarIsKnown() {
        Set<String> steps = new TreeSet<>(OwnFactories.ids(FormActionFactory.class));
        assertThat(steps).contains(FlowSteps.REGISTRATION);
        assertThat(OwnFactories.ids(AuthenticatorFactory.class)).contains(FlowSteps.AUTHENTICATOR, FlowSteps.CONDITION);
        steps.addAll(OwnFactories.ids(AuthenticatorFactory.class));

        assertThat(FlowSteps.OURS).containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void everyRequiredActionOfTheJarIsKnown() {
        assertThat(Arrays.stream(OwnAction.values()).map(OwnAction::id))
                .containsExactlyInAnyOrderElementsOf(OwnFactories.ids(RequiredActionFactory.class));
    }
}
