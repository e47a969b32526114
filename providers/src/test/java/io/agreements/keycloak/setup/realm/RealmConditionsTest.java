package io.agreements.keycloak.setup.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.OwnFactories;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.validate.ValidatorFactory;

/** The set-up knows what a realm can have of the jar. */
final class RealmConditionsTest {

    @Test
    void theEventListenerOfTheJarIsKnown() {
        assertThat(OwnFactories.ids(EventListenerProviderFactory.class)).contains(EventListenerCondition.LISTENER);
    }

    @Test
    void everyValidatorOfTheJarIsKnown() {
        assertThat(OwnFactories.ids(ValidatorFactory.class))
                .containsExactlyInAnyOrderElementsOf(UserProfileCondition.VALIDATORS);
    }
}
